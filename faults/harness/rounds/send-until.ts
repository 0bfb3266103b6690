import type { Round } from './play-rounds.ts';

const MOST_SENDS = 20;

/**
 * Sends, and sends again when all of it is over and what has to happen has not. Calls that wait for the limits of a
 * portal share requests, so that nobody can say how many there will be. What never happens fails by itself.
 */
export async function sendUntil(
  happened: Promise<unknown>,
  { send, untilOver }: Pick<Round<never, never, never>, 'send' | 'untilOver'>,
): Promise<void> {
  let hasHappened = false;
  const done = happened.then(() => {
    hasHappened = true;
  });
  // It may fail while the load is on its way.
  done.catch(() => undefined);
  for (let sends = 0; sends < MOST_SENDS && !hasHappened; sends += 1) {
    await send();
    await Promise.race([done, untilOver().catch(() => undefined)]);
  }
  await done;
}
