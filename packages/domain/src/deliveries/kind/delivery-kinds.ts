import type { DeliveryKinds } from './delivery-kind.ts';

/**
 * Everything that Domovoy does outside its own database. apps/consumer has exactly one handler for each; a missing
 * one does not compile.
 */
export const DELIVERY_KINDS = {} as const satisfies DeliveryKinds;
