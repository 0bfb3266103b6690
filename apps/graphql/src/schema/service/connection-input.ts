import type { FlatRow } from '@domovoy/store';
import type { Loaders } from '../../loaders.ts';
import { findMirrored, isNotFound } from '../effect/find-mirrored.ts';
import { notFoundError } from '../outcome/user-error.ts';
import type { ConnectServiceInput } from '../types.generated.ts';

/** Which service gets which flat, and who pays for it. */
export async function connectionOf(loaders: Loaders, input: ConnectServiceInput) {
  const [service, flat] = await Promise.all([
    findMirrored('Service', input.serviceId, {
      load: (id) => loaders.services.load(id),
      field: 'serviceId',
    }),
    findMirrored('Flat', input.flatId, { load: (id) => loaders.flats.load(id), field: 'flatId' }),
  ]);
  if (isNotFound(service)) return service;
  if (isNotFound(flat)) return flat;
  const accountRosdomofonId = await payerOf(loaders, input, flat);
  if (typeof accountRosdomofonId !== 'bigint') return accountRosdomofonId;
  const [serviceRosdomofonId, flatRosdomofonId] = [service.rosdomofonId, flat.rosdomofonId];
  return { serviceRosdomofonId, flatRosdomofonId, accountRosdomofonId };
}

async function payerOf(loaders: Loaders, { accountId }: ConnectServiceInput, flat: FlatRow) {
  if (typeof accountId !== 'string')
    return (
      flat.accountRosdomofonId ??
      notFoundError('The flat has no account: say which one pays.', ['input', 'accountId'])
    );
  const load = (id: bigint) => loaders.accounts.load(id);
  const account = await findMirrored('Account', accountId, { load, field: 'accountId' });
  return isNotFound(account) ? account : account.rosdomofonId;
}
