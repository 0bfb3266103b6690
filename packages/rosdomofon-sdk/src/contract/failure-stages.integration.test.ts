import { ConnectionError, createRosDomofon, type RosDomofon } from '@domovoy/rosdomofon-sdk';
import { createProxy, type DataHook, freePort } from '@domovoy/testkit';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from './testing/test-server.ts';

// The connection is cut at every stage of a request. What the server received in full is the truth that
// `unknownOutcome` and the repeats are held against.

/** What passes of a piece of data; nothing passes where it is null. */
type Cut = (chunk: Buffer) => Buffer | null;
interface Stage {
  onRequest?: Cut;
  onAnswer?: Cut;
  isReceived: boolean;
}

const headLength = (chunk: Buffer) => chunk.indexOf('\r\n\r\n') + 4;
const STAGES: Record<string, Stage> = {
  'before its first byte arrived': { onRequest: () => null, isReceived: false },
  'when half of its head had arrived': {
    onRequest: (chunk) => chunk.subarray(0, Math.floor(headLength(chunk) / 2)),
    isReceived: false,
  },
  'when its head had arrived': {
    onRequest: (chunk) => chunk.subarray(0, headLength(chunk)),
    isReceived: false,
  },
  'when half of its body had arrived': {
    onRequest: (chunk) => chunk.subarray(0, (headLength(chunk) + chunk.length) / 2),
    isReceived: false,
  },
  'when it had arrived': { onAnswer: () => null, isReceived: true },
  'in the head of its answer': {
    onAnswer: (chunk) => chunk.subarray(0, headLength(chunk) - 10),
    isReceived: true,
  },
  'in the body of its answer': {
    onAnswer: (chunk) => chunk.subarray(0, headLength(chunk) + 2),
    isReceived: true,
  },
};

let server: TestServer;
let proxy: Awaited<ReturnType<typeof createProxy>>;
let client: RosDomofon;
/** What is done to the connection, and how often yet. */
let cut: Stage = { isReceived: false };
let cutsLeft = 0;
/** Something was let through that is not all: as soon as the server has it, the connection ends. */
let isEnding = false;

const onClientData: DataHook = (chunk, connection) => {
  if (!cut.onRequest || cutsLeft === 0 || chunk.includes('/oauth/token')) return chunk;
  cutsLeft -= 1;
  const passing = cut.onRequest(chunk);
  if (passing) isEnding = true;
  else connection.reset();
  return passing;
};
const onServerData: DataHook = (chunk, connection) => {
  if (!cut.onAnswer || cutsLeft === 0 || !chunk.includes('x-answer')) return chunk;
  cutsLeft -= 1;
  const passing = cut.onAnswer(chunk);
  // What passes is followed by the end of the connection: the server closes it after its answer.
  if (!passing) connection.reset();
  return passing;
};

const createRosDomofonAt = (baseUrl: string) =>
  createRosDomofon({ baseUrl, username: 'u', password: 'p', retry: { baseDelayMs: 1 } });

beforeEach(async () => {
  server = await startTestServer(
    ({ method }, response) => {
      response.writeHead(200, { 'x-answer': '1', connection: 'close', 'content-type': 'application/json' });
      response.end(method === 'GET' ? '[{"id":1}]' : '{"id":1,"owner":{"id":2}}');
    },
    () => {
      if (isEnding) proxy.reset();
      isEnding = false;
    },
  );
  proxy = await createProxy({ port: server.port, onClientData, onServerData });
  client = createRosDomofonAt(`http://127.0.0.1:${proxy.port}`);
  await client.signIn();
});
afterEach(async () => {
  await client.close();
  await proxy.close();
  await server[Symbol.asyncDispose]();
});

const cutOff = (stage: Stage, times: number) => {
  cut = stage;
  cutsLeft = times;
};
const create = () => client.flats.create({ flatNumber: '12', virtual: false });
const update = () => client.signUps.update({ signUpId: 7, status: 'connected' });
const read = () => client.accounts.flats({ accountId: 7 });
const failure = async (call: Promise<unknown>): Promise<unknown> => {
  const error: unknown = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(ConnectionError);
  return error;
};

describe.each(Object.entries(STAGES))('a connection cut %s', (_, stage) => {
  const arrived = stage.isReceived ? 1 : 0;

  test('leaves the outcome of a creation unknown, and it is not repeated', async () => {
    cutOff(stage, 1);
    expect(await failure(create())).toMatchObject({ unknownOutcome: true, meta: { attempt: 1 } });
    expect(server.received).toHaveLength(arrived);
  });

  test('does not keep what may be repeated from succeeding', async () => {
    cutOff(stage, 1);
    await update();
    expect(server.received).toHaveLength(arrived + 1);
  });

  test('leaves the outcome of what was repeated in vain unknown', async () => {
    cutOff(stage, 4);
    expect(await failure(update())).toMatchObject({ unknownOutcome: true, meta: { attempt: 4 } });
    expect(server.received).toHaveLength(arrived * 4);
  });

  test('does not keep a read from succeeding, and a read changes nothing', async () => {
    cutOff(stage, 1);
    expect(await read()).toMatchObject([{ id: 1 }]);
    cutOff(stage, 4);
    expect(await failure(read())).toMatchObject({ unknownOutcome: false });
  });
});

test('a connection that was never made leaves nothing unknown, and a creation is repeated', async () => {
  const port = await freePort();
  await using nobody = createRosDomofonAt(`http://127.0.0.1:${port}`);
  expect(await failure(nobody.flats.create({ flatNumber: '12', virtual: false }))).toMatchObject({
    unknownOutcome: false,
    meta: { reason: 'ECONNREFUSED', attempt: 4 },
  });
});
