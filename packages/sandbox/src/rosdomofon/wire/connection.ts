import type { ServiceConnection } from '../city/entities.ts';
import { accountWire } from './account.ts';
import { addressWithCodesWire } from './address.ts';
import type { View } from './fields.ts';
import { delegationTuningsOf, priceWire, serviceOfConnectionWire } from './service.ts';

export function connectionWire(view: View, connection: ServiceConnection) {
  const { id, account, flat, service, isBlocked } = connection;
  return {
    id,
    account: accountWire(view, account),
    blocked: isBlocked,
    ...priceWire(view, connection),
    delegationTunings: delegationTuningsOf(service),
    flat: {
      id: flat.id,
      accountId: account.id,
      ...(flat.entrance ? { address: addressWithCodesWire(view, flat.entrance, flat.number) } : {}),
      virtual: flat.isVirtual,
    },
    service: serviceOfConnectionWire(view, service),
  };
}
