import type { ServiceFilter } from '@domovoy/store';
import type { ServiceFilterInput } from '../types.generated.ts';
import { textValues } from '../values/filter-value.ts';

export const serviceFilter = (input: ServiceFilterInput | null | undefined): ServiceFilter => ({
  types: textValues(input?.type),
  isVanished: input?.isVanished ?? undefined,
});
