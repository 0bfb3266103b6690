import type { ServiceConnection } from '../city/entities.ts';
import { maybe, type View } from './fields.ts';
import { flatDetailedWire } from './flat.ts';
import { delegationTuningsOf, priceWire, serviceDetailedWire } from './service.ts';

/** As an account's detailed answer has it: without the account, with everything about the flat. */
export function connectionDetailedWire(view: View, connection: ServiceConnection) {
  const { id, flat, service, isBlocked } = connection;
  return {
    id,
    blocked: isBlocked,
    ...priceWire(view, connection),
    ...maybe(view, id, 'delegationTunings', delegationTuningsOf(service)),
    flat: flatDetailedWire(view, flat),
    service: serviceDetailedWire(view, service),
  };
}
