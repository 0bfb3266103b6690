import type { DELIVERY_KINDS } from '@domovoy/domain';
import type { DeliveryHandlers } from './handler.ts';

/** Who does what Domovoy does outside its own database. */
// oxlint-disable-next-line typescript/no-generated-empty-object-type -- as long as there are no kinds
export const deliveryHandlers: DeliveryHandlers<typeof DELIVERY_KINDS> = {};
