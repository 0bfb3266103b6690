import { afterAll, beforeAll, describe, test } from 'vitest';
import { env } from './harness/env.ts';
import { FOREIGN_CLIENTS } from './harness/foreign-clients.ts';
import { sendAndSee } from './harness/send-and-see.ts';
import { type Stack, startStack } from './harness/stack.ts';

let stack: Stack;
beforeAll(async () => {
  stack = await startStack({ seed: 'interop' });
});
afterAll(() => stack.close());

describe('an event that a client in another language produces to the sandbox is seen by a query and a subscriber', () => {
  test.each(FOREIGN_CLIENTS.filter(({ isInstalled }) => isInstalled || env.isCi))('$name', async (client) => {
    const { hub, sandbox } = stack;
    await sendAndSee(client, hub, sandbox);
  });
});
