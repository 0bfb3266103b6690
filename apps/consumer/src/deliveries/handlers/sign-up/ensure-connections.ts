import { ChosenServices, dead, mirrorServiceConnections, serviceConnectionRows } from '@domovoy/domain';
import { type ServiceConnectionMirrorRow, upsertServiceConnections } from '@domovoy/store';
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
      const own = known.filter(({ flat }) => flat.id === flatId);
      const missing = services.filter(({ id }) => !own.some(({ service }) => service.id === id));
      record({ request: { connect: missing.map(({ id }) => id), flatId } });
      const made: ServiceConnectionMirrorRow[] = [];
      for (const { id: serviceId } of missing) {
        const { id } = await rosdomofon.services.connect({ serviceId, flatId, accountId }, { signal });
        made.push(connection(id, { serviceId, flatId, accountId }));
      }
      return {
        result: { connections: own.length + made.length, made: made.map(({ rosdomofonId }) => rosdomofonId) },
        async mirror(tx) {
          const by = { companyId: signUp.companyId };
          const rows = own.map((one) => serviceConnectionRows(one, accountId));
          await mirrorServiceConnections(tx, by, rows);
          await upsertServiceConnections(tx, by, made);
        },
      };
    },
  );

const connection = (
  rosdomofonId: number,
  { serviceId, flatId, accountId }: { serviceId: number; flatId: number; accountId: number },
): ServiceConnectionMirrorRow => ({
  rosdomofonId,
  serviceRosdomofonId: serviceId,
  accountRosdomofonId: accountId,
  flatRosdomofonId: flatId,
  isBlocked: false,
  tariff: null,
  currency: null,
});
