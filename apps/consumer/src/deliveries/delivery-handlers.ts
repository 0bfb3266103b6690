import type { DELIVERY_KINDS } from '@domovoy/domain';
import type { RosDomofon } from '@domovoy/rosdomofon-sdk';
import type { IntegrationWithCompany, Store } from '@domovoy/store';
import type { DeliveryHandlers } from './handler.ts';

/** What handlers work with. */
export interface HandlerTools {
  readonly store: Store;
  /** The client of the delivery's target. */
  readonly rosdomofonOf: (integration: IntegrationWithCompany) => RosDomofon;
}

/** Who does what Domovoy does outside its own database. */
// oxlint-disable-next-line typescript/no-generated-empty-object-type -- as long as there are no kinds
export const createDeliveryHandlers = (_tools: HandlerTools): DeliveryHandlers<typeof DELIVERY_KINDS> => ({});
