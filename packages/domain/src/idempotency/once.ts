import {
  claimIdempotencyKey,
  joinTransaction,
  type KnownIntention,
  type Store,
  saveIdempotencyResult,
  type Tx,
} from '@domovoy/store';
import { z } from 'zod';
import { inputHashOf, type KeyConflict, type Once } from './intention.ts';

/** An id in a result: kept as text, because JSON has no bigint. */
export const RememberedId = z.union([z.bigint(), z.string().regex(/^\d+$/)]).transform(BigInt);

/**
 * Does the work in the transaction that remembers its key, so that both are there or neither is: asked for again, also
 * at the same time or after a crash, it is not done again, and the first result is given.
 *
 * The work runs on `tx`; `joined` is a store in the same transaction, for use cases that begin their own.
 *
 * What `done` describes is remembered. Any other result is a refusal: nothing was done, the transaction is taken
 * back, and the key stays free.
 */
export async function once<Done, Refused = never>(
  store: Store,
  given: Once,
  { done, work }: { done: z.ZodType<Done>; work: (tx: Tx, joined: Store) => Promise<Done | Refused> },
): Promise<Done | Refused | KeyConflict> {
  const intention = { ...given, inputHash: inputHashOf(given.input) };
  const refused: { result?: Refused } = {};
  try {
    return await store.transaction(async (tx) => {
      const known = await claimIdempotencyKey(tx, intention);
      if (known !== null) return remembered(known, intention, done);
      const result = await work(tx, joinTransaction(store, tx));
      if (!isDone(done, result)) {
        refused.result = result;
        throw new Refusal();
      }
      await saveIdempotencyResult(tx, given, toJson(result));
      return result;
    });
  } catch (error) {
    if (error instanceof Refusal && 'result' in refused) return refused.result;
    throw error;
  }
}

/** Takes the transaction back. Never leaves this file. */
class Refusal extends Error {}

type Named = Pick<KnownIntention, 'mutation' | 'inputHash'>;

const isSame = (a: Named, b: Named): boolean => a.mutation === b.mutation && a.inputHash === b.inputHash;

const remembered = <Done>(known: KnownIntention, intention: Named, done: z.ZodType<Done>) =>
  isSame(known, intention) ? done.parse(known.result) : ({ kind: 'key-conflict' } as const);

const isDone = <Done>(done: z.ZodType<Done>, result: unknown): result is Done =>
  done.safeParse(result).success;

const toJson = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_name, field: unknown) => (typeof field === 'bigint' ? String(field) : field)),
  );
