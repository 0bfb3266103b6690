import type { FlatFilter } from '@domovoy/store';
import type { Loaders } from '../../loaders.ts';
import type { FlatFilterInput } from '../types.generated.ts';
import { textValue } from '../values/filter-value.ts';
import { mirroredId } from '../values/mirrored-id.ts';

export async function flatFilter(
  input: FlatFilterInput | null | undefined,
  loaders: Loaders,
): Promise<FlatFilter> {
  const [entranceRosdomofonId, accountRosdomofonId] = await Promise.all([
    mirroredId('Entrance', input?.entranceId, (id) => loaders.entrances.load(id)),
    mirroredId('Account', input?.accountId, (id) => loaders.accounts.load(id)),
  ]);
  return {
    entranceRosdomofonId,
    accountRosdomofonId,
    number: textValue(input?.number),
    isVirtual: input?.isVirtual ?? undefined,
    isVanished: input?.isVanished ?? undefined,
  };
}
