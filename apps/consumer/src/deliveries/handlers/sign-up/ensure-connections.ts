import { ChosenServices, dead } from '@domovoy/domain';
import { type EnsuredConnection, mirrorEnsuredConnections } from '@domovoy/store';
import type { HandlerTools } from '../../delivery-handlers.ts';
import { type StepPayload, stepHandler } from './step.ts';

/** Every chosen service for the flat: those that it has stay, the others are connected one after the other. */
export const ensureConnections = (tools: HandlerTools) =>
  stepHandler<StepPayload>(
    tools,
    () => 'connections',
    async ({ plan, signUp, rosdomofon, signal, record }) => {
      const services = ChosenServices.parse(plan.services);
      if (plan.flatRosdomofonId === null || plan.accountRosdomofonId === null)
        return { outcome: dead('PLAN_INCOMPLETE') };
      const [flatId, accountId] = [Number(plan.flatRosdomofonId), Number(plan.accountRosdomofonId)];
      const known = await rosdomofon.accounts.connections({ accountId }, { signal });
      const has = new Map(
        known.filter(({ flat }) => flat.id === flatId).map(({ id, service }) => [service.id, id]),
      );
      const missing = services.filter(({ id }) => !has.has(id)).map(({ id }) => id);
      record({ request: { connect: missing, flatId } });
      for (const serviceId of missing) {
        const { id } = await rosdomofon.services.connect({ serviceId, flatId, accountId }, { signal });
        has.set(serviceId, id);
      }
      const connections = services.map(
        ({ id }): EnsuredConnection => ({
          companyId: signUp.companyId,
          rosdomofonId: BigInt(has.get(id) ?? 0),
          serviceRosdomofonId: BigInt(id),
          accountRosdomofonId: BigInt(accountId),
          flatRosdomofonId: BigInt(flatId),
        }),
      );
      return {
        result: {
          connections: connections.map(({ rosdomofonId }) => Number(rosdomofonId)),
          made: missing.length,
        },
        mirror: (tx) => mirrorEnsuredConnections(tx, signUp.companyId, connections),
      };
    },
  );
