import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createRosDomofon } from '@domovoy/rosdomofon-sdk';
import { startSandbox } from '@domovoy/sandbox';
import { createTestDatabase } from '@domovoy/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Endpoints } from './data-folder/endpoints.ts';
import { findProcesses } from './testing/leftovers.ts';
import {
  askGraphql,
  type CliRun,
  createWorkplace,
  runCli,
  runNode,
  untilReady,
  type Workplace,
} from './testing/start-cli.ts';

const SIGN_UPS = '{ signUps(first: 100) { nodes { id } } }';
interface SignUps {
  signUps: { nodes: { id: string }[] };
}

const IN_PORTAL = `{ signUps(first: 100) { nodes { bitrixDealId abonent { bitrixContactId } } }
  integrations { kind state } deliveries(first: 10, filter: { kind: ["crm.deal"] }) { nodes { state } } }`;
interface InPortal {
  signUps: { nodes: { bitrixDealId: number | null; abonent: { bitrixContactId: number | null } | null }[] };
  integrations: { kind: string; state: string }[];
  deliveries: { nodes: { state: string }[] };
}
const ANSWERED = '{ conversations(first: 20) { nodes { messages(last: 20) { nodes { author state } } } } }';
interface Answered {
  conversations: { nodes: { messages: { nodes: { author: string | null; state: string }[] } }[] };
}

interface Waiting {
  signUps: { nodes: { reviewReason: string }[]; totalCount: { count: number } };
}

/** Names of all keys, nested ones with their path. */
function keysOf(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) => keysOf(inner, path ? `${path}.${key}` : key));
}

describe('domovoy dev, from its start to its stop', () => {
  let place: Workplace;
  let first: CliRun;
  let endpoints: Endpoints;

  beforeAll(async () => {
    place = await createWorkplace({ isNew: true });
    first = runCli(place, ['dev']);
    endpoints = await untilReady(place, first);
  }, 90_000);
  afterAll(() => place[Symbol.asyncDispose]());

  test('endpoints.json is there only when everything is ready', async () => {
    // Asked right after the file appeared, without a second try.
    for (const url of Object.values(endpoints.health)) expect((await fetch(url)).status).toBe(200);
    expect(await askGraphql(endpoints, SIGN_UPS)).toHaveProperty('signUps.nodes');
  });

  test('endpoints.json is private and has exactly the promised keys', () => {
    expect(statSync(place.endpointsFile).mode & 0o777).toBe(0o600);
    expect(keysOf(JSON.parse(readFileSync(place.endpointsFile, 'utf8'))).toSorted()).toEqual(
      [
        'apiKey',
        'databaseUrl',
        'graphql',
        'graphqlWs',
        'health.consumer',
        'health.graphql',
        'owner.email',
        'owner.password',
        'sandbox.bitrix24.oauth.authorizeUrl',
        'sandbox.bitrix24.oauth.clientId',
        'sandbox.bitrix24.oauth.clientSecret',
        'sandbox.bitrix24.portalUrl',
        'sandbox.bitrix24.webhookUrl',
        'sandbox.companyShortName',
        'sandbox.control',
        'sandbox.kafka.brokers',
        'sandbox.kafka.groupId',
        'sandbox.rosdomofon.password',
        'sandbox.rosdomofon.url',
        'sandbox.rosdomofon.username',
      ].toSorted(),
    );
  });

  test('the banner names what a newcomer needs', () => {
    for (const text of [
      endpoints.graphql,
      endpoints.apiKey,
      endpoints.health.consumer,
      'npm run demo:events',
      'Ctrl-C',
    ])
      expect(first.output()).toContain(text);
  });

  test('events of `domovoy demo events` arrive in GraphQL and show in the terminal', async () => {
    const demo = runCli(place, ['demo', 'events', '--sign-ups', '7', '--messages', '5', '--json']);
    expect(await demo.exited).toMatchObject({ code: 0 });
    expect(JSON.parse(demo.output())).toHaveProperty('acknowledged.SIGN_UPS_demo');
    const count = async () => (await askGraphql<SignUps>(endpoints, SIGN_UPS)).signUps.nodes.length;
    await expect.poll(count, { timeout: 30_000 }).toBe(7);
    await expect
      .poll(() => first.output(), { timeout: 30_000 })
      .toMatch(/ sign-ups \+\d+ +SIGN_UPS_demo\/\d/);
  });

  test('each sign-up is a contact and a deal of the portal, and a question is answered by its operator: GraphQL shows it', async () => {
    const there = async () => {
      const { signUps, integrations, deliveries } = await askGraphql<InPortal>(endpoints, IN_PORTAL);
      return {
        deals: signUps.nodes.filter(({ bitrixDealId, abonent }) => bitrixDealId && abonent?.bitrixContactId)
          .length,
        portal: integrations.find(({ kind }) => kind === 'BITRIX24')?.state,
        hasDelivered: deliveries.nodes.some(({ state }) => state === 'DELIVERED'),
      };
    };
    await expect.poll(there, { timeout: 60_000 }).toEqual({ deals: 7, portal: 'ACTIVE', hasDelivered: true });
    const answered = async () => {
      const { conversations } = await askGraphql<Answered>(endpoints, ANSWERED);
      return conversations.nodes
        .flatMap(({ messages }) => messages.nodes)
        .some(({ author, state }) => author?.startsWith('bitrix24:') && state === 'SENT');
    };
    await expect.poll(answered, { timeout: 60_000 }).toBe(true);
    const out = await fetch(`${endpoints.sandbox.control}/messages-out`);
    expect(((await out.json()) as { messages: unknown[] }).messages.length).toBeGreaterThan(0);
  }, 130_000);

  test('`domovoy import` shows how the mirror of RosDomofon fills, which it has begun by itself', async () => {
    const all = runCli(place, ['import', '--wait']);
    expect(await all.exited).toMatchObject({ code: 0 });
    expect(all.output()).toMatch(/accounts +\+[\d,]+ new +~0 changed +=[\d,]+ same +-0 vanished/);
    expect(all.output()).toContain('Completed in');

    const answer = await askGraphql<{ accounts: { nodes: { number: string | null }[] } }>(
      endpoints,
      '{ accounts(first: 20) { nodes { number } } }',
    );
    const number = answer.accounts.nodes.find((account) => account.number !== null)?.number ?? '';
    const one = runCli(place, ['import', 'account', number, '--json']);
    expect(await one.exited).toMatchObject({ code: 0 });
    expect(JSON.parse(one.output().split('\n').at(-1) ?? '')).toMatchObject({
      state: 'completed',
      counts: { account: { vanished: 0 } },
    });

    // RosDomofon changes, and the mirror has not heard of it.
    const { url, username, password } = endpoints.sandbox.rosdomofon;
    await using rosdomofon = createRosDomofon({
      baseUrl: url ?? '',
      username: username ?? '',
      password: password ?? '',
    });
    await rosdomofon.accounts.create({ number: 'dry-run-1', phone: '79000000777' });
    const preview = runCli(place, ['import', '--dry-run']);
    expect(await preview.exited).toMatchObject({ code: 0 });
    expect(preview.output()).toMatch(/accounts +\+1 new +~0 changed/);
    expect(preview.output()).toMatch(/accounts +new +dry-run-1 /);
    expect(preview.output()).toContain('the mirror is as it was');

    const unknown = runCli(place, ['import', 'account', 'nobody']);
    expect(await unknown.exited).toMatchObject({ code: 1 });
    expect(unknown.output()).toContain('knows no account with the number nobody');
    const ended = runCli(place, ['import', 'cancel', '1']);
    expect(await ended.exited).toMatchObject({ code: 1 });
    expect(ended.output()).toContain('There is no run 1 that could be cancelled');
  });

  test('the example of the client’s README approves a sign-up and answers an abonent', async () => {
    const { signUpPolicy } = await askGraphql<{ signUpPolicy: { version: number } }>(
      endpoints,
      '{ signUpPolicy { version } }',
    );
    const saved = await askGraphql(
      endpoints,
      `mutation { saveSignUpPolicy(input: { mode: REVIEW, expectedVersion: ${signUpPolicy.version} }) { __typename } }`,
    );
    expect(saved).toEqual({ saveSignUpPolicy: { __typename: 'SaveSignUpPolicyPayload' } });
    const control = endpoints.sandbox.control ?? '';
    const send = (path: string) => fetch(new URL(path, control), { method: 'POST' });
    // The example takes the newest that waits: of most the entrance and the flat are certain.
    const waiting = async () => {
      const { signUps } = await askGraphql<Waiting>(
        endpoints,
        `{ signUps(first: 1, filter: { state: [NEEDS_REVIEW] }) { nodes { reviewReason } totalCount { count } } }`,
      );
      return { count: signUps.totalCount.count, reason: signUps.nodes[0]?.reviewReason };
    };
    for (let sent = 0; sent < 20; sent += 1) {
      const { count } = await waiting();
      await send('/sign-ups');
      await expect.poll(async () => (await waiting()).count, { timeout: 30_000 }).toBe(count + 1);
      if ((await waiting()).reason === 'POLICY_REVIEW') break;
    }

    // In the client's package, so that its name leads to it.
    const folder = new URL('../../../packages/graphql-client/', import.meta.url);
    const readme = readFileSync(new URL('README.md', folder), 'utf8');
    const [, example = ''] = /```ts\n([\s\S]+?)```/.exec(readme) ?? [];
    const program = fileURLToPath(new URL(`.cache/start-${process.pid}/example.ts`, folder));
    mkdirSync(dirname(program), { recursive: true });
    writeFileSync(
      program,
      example.replace('http://127.0.0.1:4000/graphql', endpoints.graphql).replace('dmv_…', endpoints.apiKey),
    );
    const reader = runNode(place, ['--conditions=@domovoy/source', program]);
    try {
      await expect.poll(() => reader.output(), { timeout: 60_000 }).toContain("state: 'COMPLETED'");
      const answered = async () => {
        await send('/messages');
        const { messages } = (await (await fetch(new URL('/messages-out', control))).json()) as {
          messages: unknown[];
        };
        return JSON.stringify(messages);
      };
      await expect.poll(answered, { timeout: 30_000, interval: 1_000 }).toContain('You wrote: ');
    } finally {
      reader.child.kill();
      rmSync(dirname(program), { recursive: true, force: true });
    }
  }, 130_000);

  test('`domovoy keys create` gives a key that opens the API', async () => {
    const create = runCli(place, ['keys', 'create', '--company', 'demo', '--name', 'a test', '--json']);
    expect(await create.exited).toMatchObject({ code: 0 });
    const { key } = JSON.parse(create.output()) as { key: string };
    expect(key).toMatch(/^dmv_live_/);
    expect(await askGraphql({ ...endpoints, apiKey: key }, SIGN_UPS)).toHaveProperty('signUps.nodes');
    await expect(askGraphql({ ...endpoints, apiKey: `${key}x` }, SIGN_UPS)).rejects.toThrow(
      'GraphQL answered',
    );

    const unknown = runCli(place, ['keys', 'create', '--company', 'nobody', '--name', 'x']);
    expect(await unknown.exited).toMatchObject({ code: 1 });
    expect(unknown.output()).toContain('Known: demo');
  });

  test('the owner signs in, and `domovoy person create` makes others', async () => {
    const signIn = (person: unknown) =>
      fetch(new URL('/auth/sign-in', endpoints.graphql), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(person),
      });
    const answer = await signIn(endpoints.owner);
    expect(answer.status).toBe(200);
    const { accessToken } = (await answer.json()) as { accessToken: string };
    expect(await askGraphql({ ...endpoints, apiKey: accessToken }, '{ viewer { role } }')).toEqual({
      viewer: { role: 'OWNER' },
    });
    const email = 'anna@example.org';
    const create = runCli(place, [
      'person',
      'create',
      '--company',
      'demo',
      '--email',
      email,
      '--role',
      'agent',
      '--json',
    ]);
    expect(await create.exited).toMatchObject({ code: 0 });
    const { password } = JSON.parse(create.output()) as { password: string };
    expect((await signIn({ email, password })).status).toBe(200);
    const again = runCli(place, ['person', 'create', '--company', 'demo', '--email', email]);
    expect(await again.exited).toMatchObject({ code: 1 });
    const reset = runCli(place, ['person', 'reset-password', '--email', email, '--json']);
    expect(await reset.exited).toMatchObject({ code: 0 });
    expect((await signIn({ email, password })).status).toBe(401);
    expect((await signIn(JSON.parse(reset.output()))).status).toBe(200);
  });

  test('a second start in the same folder says who runs already, and harms nothing', async () => {
    const second = runCli(place, ['dev']);
    expect(await second.exited).toMatchObject({ code: 1 });
    expect(second.output()).toContain('already running');
    expect(second.output()).toContain(`pid ${first.child.pid}`);
    expect(second.output()).toContain(endpoints.graphql);
    expect(await askGraphql(endpoints, SIGN_UPS)).toHaveProperty('signUps.nodes');
  });

  test('SIGTERM stops everything: exit code 0, no process, no endpoints.json; the next start has the same data', async () => {
    // The control: the same search finds the parts while they run.
    expect(findProcesses(place.data).length).toBeGreaterThanOrEqual(5);
    const before = await askGraphql<SignUps>(endpoints, SIGN_UPS);
    first.child.kill('SIGTERM');
    expect(await first.exited).toEqual({ code: 0, signal: null });
    expect(findProcesses(place.data)).toEqual([]);
    expect(() => statSync(place.endpointsFile)).toThrow('ENOENT');

    const again = runCli(place, ['dev', '--json']);
    const kept = await untilReady(place, again);
    expect(kept).toEqual(endpoints);
    expect(await askGraphql<SignUps>(kept, SIGN_UPS)).toEqual(before);
    const lines = again
      .output()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(lines).toContainEqual(expect.objectContaining({ event: 'ready', ...endpoints }));
    again.child.kill('SIGINT');
    expect(await again.exited).toEqual({ code: 0, signal: null });
  }, 60_000);
});

describe('domovoy dev with services of the environment', () => {
  test('uses them instead of its own, and names no sandbox', async () => {
    await using place = await createWorkplace();
    await using database = await createTestDatabase();
    // Another program's Kafka and Postgres, as far as the launcher can tell.
    await using elsewhere = await startSandbox({
      dataDir: join(place.folder, 'elsewhere'),
      companyShortName: 'acme',
      accounts: 25,
    });
    const { brokers, groupId } = elsewhere.endpoints.kafka;
    const { url, username, password } = elsewhere.endpoints.rosdomofon;
    const env = {
      KAFKA_BROKERS: brokers,
      KAFKA_GROUP_ID: groupId,
      COMPANY_SHORT_NAME: 'acme',
      ROSDOMOFON_URL: url,
      ROSDOMOFON_USERNAME: username,
      ROSDOMOFON_PASSWORD: password,
    };
    const services = { ...env, DATABASE_URL: database.url };
    const wrong = runCli(place, ['dev'], { ...services, ROSDOMOFON_PASSWORD: 'hunter2' });
    expect(await wrong.exited).toMatchObject({ code: 1 });
    expect(wrong.output()).toContain(`ROSDOMOFON_URL names ${url}, which cannot be used: RosDomofon refused`);
    expect(wrong.output()).not.toContain('hunter2');

    const run = runCli(place, ['dev'], services);
    const endpoints = await untilReady(place, run);
    expect(endpoints).toMatchObject({
      databaseUrl: database.url,
      sandbox: {
        control: null,
        kafka: { brokers: null, groupId: null },
        bitrix24: { webhookUrl: null, portalUrl: null },
        companyShortName: 'acme',
      },
    });
    expect(findProcesses(place.data).filter(({ command }) => /guard|sandbox/.test(command))).toEqual([]);

    expect(run.output()).toMatch(/rosdomofon external +http/);
    const mirrored = runCli(place, ['import', '--wait'], services);
    expect(await mirrored.exited).toMatchObject({ code: 0 });
    expect(mirrored.output()).toMatch(/accounts .*25 (new|same)/);

    const lost = runCli(place, ['demo', 'events']);
    expect(await lost.exited).toMatchObject({ code: 1 });
    expect(lost.output()).toContain('KAFKA_BROKERS is not set in this terminal');
    const demo = runCli(place, ['demo', 'events', '--sign-ups', '4', '--messages', '0'], env);
    expect(await demo.exited).toMatchObject({ code: 0 });
    const count = async () => (await askGraphql<SignUps>(endpoints, SIGN_UPS)).signUps.nodes.length;
    await expect.poll(count, { timeout: 30_000 }).toBe(4);

    run.child.kill('SIGTERM');
    expect(await run.exited).toEqual({ code: 0, signal: null });
  }, 90_000);
});

describe('domovoy dev that cannot start', () => {
  test('lists every wrong setting at once, those of .env too, and exits with 1', async () => {
    await using place = await createWorkplace();
    writeFileSync(
      join(place.folder, '.env'),
      'KAFKA_SASL_USERNAME=operator\nPORT=not-a-port\nHEALTH_PORT=5\n',
    );
    const run = runCli(place, ['dev'], {
      DATABASE_URL: 'postgres://nobody:hunter2@127.0.0.1:1/nothing',
      KAFKA_CA_FILE: '/does/not/exist.crt',
      HEALTH_PORT: '70000',
    });
    expect(await run.exited).toMatchObject({ code: 1 });
    for (const text of [
      'KAFKA_BROKERS',
      'KAFKA_SASL_PASSWORD',
      'KAFKA_CA_FILE',
      'PORT is "not-a-port"',
      '127.0.0.1:1, where no server listens',
    ])
      expect(run.output()).toContain(text);
    expect(run.output(), 'the environment wins over .env').toContain('HEALTH_PORT is "70000"');
    expect(run.output()).not.toContain('hunter2');
    expect(findProcesses(place.data)).toEqual([]);
  });

  test('says which fixed port is busy, and how to choose another', async () => {
    await using place = await createWorkplace();
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const address = other.address();
    const port = typeof address === 'object' && address ? String(address.port) : '';
    const run = runCli(place, ['dev', '--port', port]);
    expect(await run.exited).toMatchObject({ code: 1 });
    expect(run.output()).toContain(port);
    expect(run.output()).toContain('--port <another>');
    other.close();
  });
});

describe('the other commands', () => {
  test('say what to do when nothing runs', async () => {
    await using place = await createWorkplace();
    const demo = runCli(place, ['demo', 'events']);
    expect(await demo.exited).toMatchObject({ code: 1 });
    expect(demo.output()).toContain('npm start');
    const migrate = runCli(place, ['migrate']);
    expect(await migrate.exited).toMatchObject({ code: 1 });
    expect(migrate.output()).toContain('DATABASE_URL');
  });

  test('never send invented events to brokers elsewhere unasked', async () => {
    await using place = await createWorkplace();
    const demo = runCli(place, ['demo', 'events'], { KAFKA_BROKERS: 'kafka.example:443' });
    expect(await demo.exited).toMatchObject({ code: 1 });
    expect(demo.output()).toContain('not on this machine');
  });

  test('an unknown command gets the usage and exit code 2', async () => {
    await using place = await createWorkplace();
    const run = runCli(place, ['fly']);
    expect(await run.exited).toMatchObject({ code: 2 });
    expect(run.output()).toContain('There is no command "fly"');
    expect(run.output()).toContain('keys create');
  });
});
