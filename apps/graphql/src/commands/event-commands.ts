import { type KeyConflict, type ReprocessResult, reprocessEvent } from '@domovoy/domain';
import type { InboxCoordinates, Store } from '@domovoy/store';
import type { Caller } from './caller.ts';

export interface EventCommands {
  reprocessEvent(given: {
    event: InboxCoordinates;
    isRehearsal: boolean;
    idempotencyKey: string;
  }): Promise<ReprocessResult | KeyConflict>;
}

export const eventCommands = (store: Store, { companyId, actor }: Caller): EventCommands => ({
  reprocessEvent: (given) => reprocessEvent(store, { companyId, actor, ...given }),
});
