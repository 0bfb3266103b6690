import { expect, test } from 'vitest';
import { AbortError } from '../errors.ts';
import type { RequestToSend } from '../options.ts';
import { status } from '../testing/answers.ts';
import { createFakeRosDomofon } from '../testing/fake-rosdomofon.ts';

test('every request is announced before it is sent: the sign-in, the first one, and each repeat', async () => {
  const told: string[] = [];
  let sentBefore = 0;
  const rosdomofon = createFakeRosDomofon({
    beforeRequest: async ({ operation, attempt }: RequestToSend) => {
      expect(rosdomofon.requests).toHaveLength(sentBefore);
      sentBefore += operation === 'signIn' ? 0 : 1;
      told.push(`${operation} ${attempt}`);
    },
  });
  rosdomofon.answer('services.list', status(503), { content: [], last: true });
  await rosdomofon.client.services.list({});
  expect(told.filter((one) => !one.startsWith('signIn'))).toEqual(['services.list 1', 'services.list 2']);
  expect(rosdomofon.requests).toHaveLength(2);
});

test('a call that is given up while it waits for its turn sends nothing, and its outcome is known', async () => {
  const leaving = new AbortController();
  const rosdomofon = createFakeRosDomofon({
    beforeRequest: ({ operation }: RequestToSend) =>
      operation === 'accounts.block'
        ? new Promise<void>(() => setImmediate(() => leaving.abort()))
        : Promise.resolve(),
  });
  const call = rosdomofon.client.accounts.block({ accountNumber: '7' }, { signal: leaving.signal });
  await expect(call).rejects.toMatchObject({ unknownOutcome: false });
  await expect(call).rejects.toBeInstanceOf(AbortError);
  expect(rosdomofon.requests).toEqual([]);
});

test('what it rejects with ends the call', async () => {
  const rosdomofon = createFakeRosDomofon({
    beforeRequest: async ({ operation }: RequestToSend) => {
      if (operation === 'services.list') throw new Error('no more today');
    },
  });
  await expect(rosdomofon.client.services.list({})).rejects.toThrow('no more today');
  expect(rosdomofon.requests).toEqual([]);
});
