import type { RosDomofonAccount, RosDomofonAccountDetails } from '@domovoy/models';
import { NotFoundError, type RosDomofon, type RowOptions } from '@domovoy/rosdomofon-sdk';

import { accountReadings } from './account-readings.ts';

/** An account as the service has it. Its own list does not tell the details. */
export type FoundAccount = RosDomofonAccount | RosDomofonAccountDetails;

export interface AccountToFind {
  readonly number: string;
  /** Saves the list, which has no search and may have tens of thousands of rows. */
  readonly accountRosdomofonId: number | null;
}

/**
 * By the operator's number. Null: the service has none with it. Without `onIssue` that is said only of a list that
 * could be read in full.
 */
export async function findAccount(
  rosdomofon: RosDomofon,
  { number, accountRosdomofonId }: AccountToFind,
  call: Pick<RowOptions, 'onIssue'> & { readonly signal: AbortSignal },
): Promise<FoundAccount | null> {
  if (accountRosdomofonId !== null) {
    const known = await getAccount(rosdomofon, accountRosdomofonId, call.signal);
    if (known?.number === number) return known;
  }
  for await (const account of rosdomofon.accounts.list({}, call))
    if (account.number === number) return account;
  return null;
}

/** Null: the service has it not, or not any more. */
export async function getAccount(rosdomofon: RosDomofon, accountId: number, signal: AbortSignal) {
  try {
    return await rosdomofon.accounts.get({ accountId }, { signal });
  } catch (error) {
    if (error instanceof NotFoundError) return null;
    throw error;
  }
}

/** Together with whoever else looks for an account. Null: there is certainly none with the number. */
export async function findByNumber(
  rosdomofon: RosDomofon,
  number: string,
  how: { isFresh: boolean; signal: AbortSignal },
): Promise<FoundAccount | null> {
  const accounts = await accountReadings(rosdomofon).read(how);
  const found = accounts.byNumber.get(number);
  if (found === undefined) accounts.assertComplete();
  return found ?? null;
}
