/** A generator that waits for an event hears of `return` only after it: so it is told by the signal, too. */
export function abortable<T>(
  events: AsyncGenerator<T, void, void>,
  leaving: AbortController,
): AsyncGenerator<T, void, void> {
  const next = async () => {
    try {
      return await events.next();
    } catch (error) {
      if (leaving.signal.aborted) return { done: true, value: undefined } as const;
      throw error;
    }
  };
  const end = async () => {
    leaving.abort();
    await events.return().catch(() => {});
    return { done: true, value: undefined } as const;
  };
  return {
    next,
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
