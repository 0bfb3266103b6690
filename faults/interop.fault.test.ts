import { afterAll, beforeAll, describe, test } from 'vitest';
import { env } from './harness/parts/env.ts';
import { type Stack, startStack } from './harness/parts/stack.ts';
import { FOREIGN_CLIENTS } from './harness/world/foreign-clients.ts';
import { sendAndSee } from './harness/world/send-and-see.ts';

let stack: Stack;
beforeAll(async () => {
  stack = await startStack({ seed: 'interop' });
});
afterAll(() => stack.close());

describe('an event that a client in another language produces to the sandbox is seen by a query and a subscriber', () => {
  // In CI what is not installed fails; elsewhere it is skipped.
  for (const client of FOREIGN_CLIENTS)
    test.skipIf(!client.isInstalled && !env.isCi)(`by ${client.name}`, async () => {
      const { hub, sandbox } = stack;
      await sendAndSee(client, hub, sandbox);
    });
});
