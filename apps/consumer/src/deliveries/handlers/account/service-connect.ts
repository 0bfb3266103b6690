import {
  type DELIVERY_KINDS,
  delivered,
  mirrorServiceConnections,
  type Payload,
  serviceConnectionRows,
} from '@domovoy/domain';
import type { ServiceConnection } from '@domovoy/models';
import type { HandlerTools } from '../../delivery-handlers.ts';
import type { DeliveryHandler } from '../../handler.ts';

type ServiceConnect = Payload<(typeof DELIVERY_KINDS)['service.connect']>;

/** Connects a flat to a service, unless it is. */
export const serviceConnectHandler = ({ rosdomofonOf }: HandlerTools): DeliveryHandler<ServiceConnect> => ({
  async handle({ companyId, payload }, { integration, signal, record }) {
    const {
      serviceRosdomofonId: serviceId,
      flatRosdomofonId: flatId,
      accountRosdomofonId: accountId,
    } = payload;
    const rosdomofon = rosdomofonOf(integration);
    record({ request: { operation: 'services.connect', serviceId, flatId, accountId } });
    const done = (id: number, connection: ServiceConnection | undefined, isNew: boolean) =>
      delivered({ connectionRosdomofonId: id, isNew }, async (tx) => {
        if (connection === undefined) return;
        await mirrorServiceConnections(tx, { companyId }, [serviceConnectionRows(connection, accountId)]);
      });

    const look = async () =>
      (await rosdomofon.accounts.connections({ accountId }, { signal })).find(
        ({ flat, service }) => flat.id === flatId && service.id === serviceId,
      );
    const before = await look();
    if (before) return done(before.id, before, false);
    const { id } = await rosdomofon.services.connect({ serviceId, flatId, accountId }, { signal });
    // It is there, whether the list shows it yet or not: the next reading of the account brings it.
    return done(id, await look(), true);
  },
});
