import {
  type DELIVERY_KINDS,
  delivered,
  mirrorServiceConnections,
  type Payload,
  retry,
  serviceConnectionRows,
} from '@domovoy/domain';
import type { ServiceConnection } from '@domovoy/models';
import type { RosDomofon } from '@domovoy/rosdomofon-sdk';
import type { HandlerTools } from '../../delivery-handlers.ts';
import type { DeliveryHandler } from '../../handler.ts';

type Block = Payload<(typeof DELIVERY_KINDS)['service_connection.block']>;

const NOT_SEEN_MS = 1_000;

/** Blocks or unblocks one service of one flat, unless it is so. */
export const serviceConnectionBlockHandler = (
  { rosdomofonOf }: HandlerTools,
  isBlocked: boolean,
): DeliveryHandler<Block> => ({
  async handle({ companyId, payload }, { integration, signal, record }) {
    const rosdomofon = rosdomofonOf(integration);
    const { connectionRosdomofonId: connectionId, accountRosdomofonId } = payload;
    const operation = isBlocked ? 'serviceConnections.block' : 'serviceConnections.unblock';
    record({ request: { operation, connectionId } });
    const done = (connection: ServiceConnection, isChanged: boolean) =>
      delivered({ connectionRosdomofonId: connectionId, isBlocked, isChanged }, async (tx) => {
        const rows = serviceConnectionRows(connection, accountRosdomofonId);
        await mirrorServiceConnections(tx, { companyId }, [rows]);
      });

    const before = await findConnection(rosdomofon, payload, signal);
    if (before?.blocked === isBlocked) return done(before, false);
    const { serviceConnections } = rosdomofon;
    // Also when it was not found: the service says that better than we do.
    if (isBlocked) await serviceConnections.block({ connectionId }, { signal });
    else await serviceConnections.unblock({ connectionId }, { signal });
    const after = await findConnection(rosdomofon, payload, signal);
    return after?.blocked === isBlocked ? done(after, true) : retry('EFFECT_NOT_SEEN', NOT_SEEN_MS);
  },
});

async function findConnection(
  rosdomofon: RosDomofon,
  { connectionRosdomofonId, serviceRosdomofonId, accountRosdomofonId }: Block,
  signal: AbortSignal,
): Promise<ServiceConnection | null> {
  const isIt = ({ id }: ServiceConnection) => id === connectionRosdomofonId;
  if (accountRosdomofonId !== null) {
    const ofAccount = await rosdomofon.accounts.connections({ accountId: accountRosdomofonId }, { signal });
    return ofAccount.find(isIt) ?? null;
  }
  const serviceId = serviceRosdomofonId;
  for await (const connection of rosdomofon.services.connections(
    { serviceId },
    { signal, onIssue: () => undefined },
  ))
    if (isIt(connection)) return connection;
  return null;
}
