import type { ServiceConnection } from '../city/entities.ts';
import { maybe, type View } from './fields.ts';
import { flatDetailedWire } from './flat.ts';
import { currencyOf, delegationTuningsOf, serviceDetailedWire, tariffOf } from './service.ts';

/** As an account's detailed answer has it: without the account, with everything about the flat. */
export function connectionDetailedWire(view: View, { id, flat, service, isBlocked }: ServiceConnection) {
  return {
    id,
    blocked: isBlocked,
    ...maybe(view, id, 'currency', currencyOf(service)),
    ...maybe(view, id, 'tariff', tariffOf(service)),
    ...maybe(view, id, 'delegationTunings', delegationTuningsOf(service)),
    flat: flatDetailedWire(view, flat),
    service: serviceDetailedWire(view, service),
  };
}
