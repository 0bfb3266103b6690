import type { EventTexts } from '../execution/executor.ts';

/**
 * Sends the events of a subscription, which are written out already. graphql-ws would take results and write each out
 * again for each subscriber; it is given a stream that shows it nothing but the end.
 */
export function sendEvents(
  events: EventTexts,
  id: string,
  send: (text: string) => Promise<void>,
): AsyncGenerator<never, void, void> {
  const before = `{"id":${JSON.stringify(id)},"type":"next","payload":`;
  const over = { done: true, value: undefined } as const;
  const end = async () => {
    await events.return();
    return over;
  };
  return {
    next: async () => {
      for await (const texts of events) {
        // All of a batch at once; the last one is taken by the system after the others.
        const sent = texts.map((text) => send(`${before}${text}}`));
        await Promise.all(sent);
      }
      return over;
    },
    return: end,
    throw: async (error) => {
      await end();
      throw error;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
    [Symbol.asyncDispose]: async () => {
      await end();
    },
  };
}
