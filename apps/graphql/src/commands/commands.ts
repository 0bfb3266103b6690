import { type RequestedSync, requestAccountRefresh, requestImport } from '@domovoy/domain';
import type { Store } from '@domovoy/store';
import { actorOf, type Caller } from './caller.ts';
import { type DeliveryCommands, deliveryCommands } from './delivery-commands.ts';

/** What a caller may ask to be done. Each writes a row, on which another process works. */
export interface Commands extends DeliveryCommands {
  importAccounts(): Promise<RequestedSync>;
  refreshAccount(rosdomofonId: bigint): Promise<RequestedSync>;
}

/** The use cases, on behalf of the caller. */
export function commandsOf(store: Store, caller: Caller): Commands {
  const request = { companyId: caller.companyId, requestedBy: actorOf(caller) };
  return {
    importAccounts: () => requestImport(store, request),
    refreshAccount: (accountRosdomofonId) =>
      requestAccountRefresh(store, { ...request, accountRosdomofonId }),
    ...deliveryCommands(store, caller),
  };
}
