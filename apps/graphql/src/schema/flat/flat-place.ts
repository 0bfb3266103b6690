import type { Loaders } from '../../loaders.ts';
import { findMirrored, isNotFound } from '../effect/find-mirrored.ts';
import type { CreateFlatInput } from '../types.generated.ts';

/** Whose flat it is to be, and where. */
export async function flatPlaceOf(loaders: Loaders, { accountId, entranceId }: CreateFlatInput) {
  const [account, entrance] = await Promise.all([
    findMirrored('Account', accountId, { load: (id) => loaders.accounts.load(id), field: 'accountId' }),
    findMirrored('Entrance', entranceId, { load: (id) => loaders.entrances.load(id), field: 'entranceId' }),
  ]);
  if (isNotFound(account)) return account;
  if (isNotFound(entrance)) return entrance;
  return { accountRosdomofonId: account.rosdomofonId, entranceRosdomofonId: entrance.rosdomofonId };
}
