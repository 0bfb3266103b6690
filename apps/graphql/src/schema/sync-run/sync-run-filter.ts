import type { SyncRunFilter } from '@domovoy/store';
import type { SyncRunFilterInput } from '../types.generated.ts';
import { lowerCase } from '../values/enum-value.ts';

export const syncRunFilter = (input: SyncRunFilterInput | null | undefined): SyncRunFilter => ({
  kind: input?.kind ? lowerCase(input.kind) : undefined,
  states: input?.state?.map((state) => lowerCase(state)),
});
