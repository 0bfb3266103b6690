import type { RecipientFilter } from '@domovoy/store';
import { userInputError } from '../../errors/public-error.ts';
import type { BroadcastFilterInput } from '../types.generated.ts';
import { textValue, textValues } from '../values/filter-value.ts';

const MAX_VALUES = 1_000;

export function broadcastFilter(input: BroadcastFilterInput): RecipientFilter {
  const { accountNumber, entranceRosdomofonId, address, serviceRosdomofonId, isAccountBlocked } = input;
  for (const values of [accountNumber, entranceRosdomofonId, serviceRosdomofonId])
    if ((values?.length ?? 0) > MAX_VALUES)
      throw userInputError(`A list of the filter may have ${MAX_VALUES} values at most.`);
  return {
    accountNumbers: textValues(accountNumber),
    entranceRosdomofonIds: entranceRosdomofonId?.map(BigInt),
    address: textValue(address),
    serviceRosdomofonIds: serviceRosdomofonId?.map(BigInt),
    isBlocked: isAccountBlocked ?? undefined,
  };
}
