import { once } from 'node:events';
import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { committedOf, kafkaOf, produce, readRecords } from './testing/kafka-client.ts';
import { startProgram, startReady } from './testing/sandbox-process.ts';
import { callApi, temporaryFolder } from './testing/test-sandbox.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder[Symbol.dispose]());
const inFolder = (...args: string[]) => ['--data', folder.path, ...args];

describe('domovoy-sandbox --json', () => {
  test('prints exactly one line, the endpoints, with exactly these keys', async () => {
    await using program = await startReady(inFolder('--company', 'beryozka', '--group', 'g'));
    expect(program.endpoints).toEqual({
      control: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      rosdomofon: {
        url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
        username: expect.any(String),
        password: expect.any(String),
      },
      bitrix24: {
        webhookUrl: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/rest\/1\/[a-z0-9]+\/$/),
        portalUrl: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
        oauth: {
          clientId: expect.stringMatching(/^local\./),
          clientSecret: expect.any(String),
          authorizeUrl: `${program.endpoints.bitrix24.portalUrl}/oauth/authorize/`,
        },
      },
      kafka: { brokers: expect.stringMatching(/^127\.0\.0\.1:\d+$/), groupId: 'g' },
      companyShortName: 'beryozka',
    });
    program.child.kill('SIGTERM');
    expect(await program.exited).toEqual({ code: 0, signal: null });
    expect(program.stdout()).toBe(`${JSON.stringify(program.endpoints)}\n`);
    expect(program.stderr()).toBe('');
  });

  test('has the topics of the company from the start, and keeps the password to its owner', async () => {
    await using program = await startReady(inFolder());
    const admin = kafkaOf(program.endpoints.kafka.brokers).admin();
    await admin.connect();
    expect((await admin.listTopics()).toSorted()).toEqual([
      'MESSAGES_IN_demo',
      'MESSAGES_OUT_demo',
      'SIGN_UPS_ALL',
      'SIGN_UPS_demo',
    ]);
    await admin.disconnect();
    const file = join(folder.path, 'sandbox.json');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, 'utf8')).toContain(JSON.stringify(program.endpoints.rosdomofon.password));
  });
});

describe('what the sandbox keeps', () => {
  test.each(['SIGTERM', 'SIGKILL'] as const)(
    'survives %s: addresses, password, records, offsets, sign-ups',
    async (signal) => {
      await using first = await startReady(inFolder());
      const { body } = await callApi(first.endpoints.control)('POST /sign-ups', { count: 5 });
      await produce(first.endpoints.kafka.brokers, 'MESSAGES_OUT_demo', [{ key: '1', value: '{}' }]);
      await readRecords(first.endpoints, ['SIGN_UPS_ALL'], 5);
      const committed = await committedOf(first.endpoints, 'SIGN_UPS_ALL');
      expect(committed.reduce((sum, { offset }) => sum + Math.max(0, Number(offset)), 0)).toBe(5);
      first.child.kill(signal);
      await first.exited;

      await using second = await startReady(inFolder());
      expect(second.endpoints).toEqual(first.endpoints);
      const call = callApi(second.endpoints.control);
      expect((await call('GET /healthz')).body.topics).toMatchObject({
        SIGN_UPS_ALL: 5,
        SIGN_UPS_demo: 5,
        MESSAGES_OUT_demo: 1,
      });
      expect(await committedOf(second.endpoints, 'SIGN_UPS_ALL')).toEqual(committed);
      const again = await call('POST /sign-ups', { uid: body.signUps[3]?.uid, status: 'processed' });
      expect(again.body.signUps).toMatchObject([{ id: body.signUps[3]?.id, status: 'PROCESSED' }]);
    },
  );

  test.each(['SIGTERM', 'SIGKILL'] as const)('stays empty from a reset on, over %s', async (signal) => {
    const out = { key: 'same', value: '{"n":1}' };
    await using first = await startReady(inFolder());
    const before = callApi(first.endpoints.control);
    const { body: old } = await before('POST /sign-ups', { count: 5 });
    await produce(first.endpoints.kafka.brokers, 'MESSAGES_OUT_demo', [out, out, out]);
    await readRecords(first.endpoints, ['SIGN_UPS_ALL'], 5);
    const committed = await committedOf(first.endpoints, 'SIGN_UPS_ALL');
    const { next } = (await before('GET /messages-out')).body;
    await before('POST /reset');
    const { body: kept } = await before('POST /sign-ups');
    first.child.kill(signal);
    await first.exited;

    await using second = await startReady(inFolder());
    const after = callApi(second.endpoints.control);
    expect((await after('GET /healthz')).body.topics).toMatchObject({
      SIGN_UPS_ALL: 1,
      MESSAGES_OUT_demo: 0,
    });
    expect(await committedOf(second.endpoints, 'SIGN_UPS_ALL')).toEqual(committed);
    const [signUp] = kept.signUps;
    const again = await after('POST /sign-ups', { uid: signUp?.uid, status: 'processed' });
    expect(again.body.signUps).toMatchObject([{ id: signUp?.id, status: 'PROCESSED' }]);
    const unknown = await after('POST /sign-ups', { uid: old.signUps[0]?.uid });
    expect(unknown.body.signUps[0]?.id).not.toBe(old.signUps[0]?.id);
    await produce(second.endpoints.kafka.brokers, 'MESSAGES_OUT_demo', [out]);
    const { messages } = (await after(`GET /messages-out?since=${next}`)).body;
    expect(messages).toMatchObject([{ offset: 3, event: { n: 1 } }]);
  });

  test('goes on with events that were not sent before, also with the same seed; a new folder repeats them', async () => {
    const uids: (string | undefined)[] = [];
    using other = temporaryFolder();
    for (const dataDir of [folder.path, folder.path, other.path]) {
      await using program = await startReady(['--data', dataDir, '--seed', '7']);
      uids.push((await callApi(program.endpoints.control)('POST /sign-ups')).body.signUps[0]?.uid);
      program.child.kill('SIGTERM');
      await program.exited;
    }
    expect(uids[1]).not.toBe(uids[0]);
    expect(uids[2]).toBe(uids[0]);
  });
});

describe('the sandbox ends', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)(
    'on %s, also while somebody waits for an answer',
    async (signal) => {
      await using program = await startReady(inFolder());
      const waiting = fetch(`${program.endpoints.control}/messages-out?waitMs=60000`).catch(
        (error: unknown) => error,
      );
      expect((await fetch(`${program.endpoints.control}/healthz`)).status).toBe(200);
      program.child.kill(signal);
      expect(await program.exited).toEqual({ code: 0, signal: null });
      expect(await waiting).toBeInstanceOf(Error);
    },
  );

  test('when the process that started it is gone, which closes the IPC channel', async () => {
    await using program = await startReady(inFolder());
    program.child.disconnect();
    expect(await program.exited).toEqual({ code: 0, signal: null });
  });
});

describe('the sandbox refuses', () => {
  test.each(['--kafka-port', '--rosdomofon-port', '--bitrix24-port', '--control-port'])(
    'a busy port given as %s',
    async (option) => {
      const server = createServer().listen(0, '127.0.0.1');
      await once(server, 'listening');
      const { port } = server.address() as { port: number };
      await using program = startProgram(inFolder(option, String(port)));
      expect(await program.exited).toEqual({ code: 1, signal: null });
      expect(program.stderr()).toMatch(new RegExp(`^The port ${port} .* is in use by another program.*\n$`));
      server.close();
      await using retry = await startReady(inFolder(option, String(port)));
      expect(JSON.stringify(retry.endpoints)).toContain(`127.0.0.1:${port}`);
    },
  );

  test('a folder that another sandbox uses, and says which process that is', async () => {
    await using first = await startReady(inFolder());
    await using second = startProgram(inFolder());
    expect(await second.exited).toEqual({ code: 1, signal: null });
    expect(second.stderr()).toContain(`in use by the process ${first.child.pid}`);
    expect((await fetch(`${first.endpoints.control}/healthz`)).status).toBe(200);
  });

  test('options that it does not know, with the list of those that it does', async () => {
    await using program = startProgram(['--port', '1']);
    expect(await program.exited).toEqual({ code: 1, signal: null });
    expect(program.stderr()).toMatch(/--port[\s\S]+--kafka-port/);
  });
});

describe('a remembered port that somebody else has by now', () => {
  test('is given up for another one', async () => {
    await using first = await startReady(inFolder());
    first.child.kill('SIGTERM');
    await first.exited;
    const port = Number(new URL(first.endpoints.control).port);
    const server = createServer().listen(port, '127.0.0.1');
    await once(server, 'listening');
    await using second = await startReady(inFolder());
    expect(second.endpoints.control).not.toBe(first.endpoints.control);
    expect(second.endpoints.kafka).toEqual(first.endpoints.kafka);
    server.close();
  });
});

describe('a consumer group', () => {
  const groupError = async (brokers: string, groupId: string) => {
    const consumer = kafkaOf(brokers, { retries: 1 }).consumer({
      groupId,
      maxWaitTimeInMs: 100,
      retry: { retries: 1 },
    });
    await consumer.connect();
    await consumer.subscribe({ topics: ['SIGN_UPS_demo'] });
    const crashed = new Promise<string>((resolve) => {
      consumer.on('consumer.crash', ({ payload }) => resolve(payload.error.name));
      consumer.on('consumer.group_join', () => resolve('joined'));
    });
    await consumer.run({ eachMessage: async () => {} });
    const outcome = await crashed;
    await consumer.disconnect();
    return outcome;
  };

  test('may read when it is the one of the contract, or any with --any-group', async () => {
    await using strict = await startReady(inFolder('--group', 'contract'));
    expect(await groupError(strict.endpoints.kafka.brokers, 'contract')).toBe('joined');
    expect(await groupError(strict.endpoints.kafka.brokers, 'other')).toBe('KafkaJSGroupCoordinatorNotFound');
    using second = temporaryFolder();
    await using open = await startReady(['--data', second.path, '--any-group']);
    expect(await groupError(open.endpoints.kafka.brokers, 'other')).toBe('joined');
  });
});

describe('without --json', () => {
  test('it greets a person with all addresses and with calls that work', async () => {
    await using program = startProgram(inFolder());
    await expect.poll(program.stdout, { timeout: 20_000 }).toContain('Ctrl-C');
    // As curl would do it; it is not on every machine.
    const examples = program.stdout().matchAll(/curl( -X POST)? (\S+)(?: -d '(.+)')?/g);
    const answers = [...examples].map(async ([, isPost, url = '', body]) => {
      const type = body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' };
      const response = await fetch(url, isPost ? { method: 'POST', headers: type, body: body ?? null } : {});
      return response.json();
    });
    expect(await Promise.all(answers)).toMatchObject([
      { signUps: [{ status: 'UNPROCESSED' }] },
      { messages: [{ text: 'Не открывается дверь' }] },
      { id: 1, kind: 'error', times: 1 },
      { requests: [] },
      { companies: [{ accounts: 5000, entrances: 200 }, {}, {}] },
    ]);
  });
});
