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
  const done = happened.then(() => true);
  // It may fail while the load is on its way.
  done.catch(() => undefined);
  const isOver = () =>
    untilOver().then(
      () => false,
      () => false,
    );
  for (let sends = 0; sends < MOST_SENDS; sends += 1) {
    await send();
    if (await Promise.race([done, isOver()])) return;
  }
  await done;
}
