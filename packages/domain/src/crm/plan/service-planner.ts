import { listServiceIds, type Tx } from '@domovoy/store';
import { CRM_KINDS, type CrmTarget } from '../crm-kinds.ts';
import { enqueueUnlessPending } from './enqueue-unless-pending.ts';
import { type CrmPlanner, causeOf, changedIds } from './planner.ts';

/** A service has another name, tariff or address: its product too, when the mapping has products. */
export const servicePlanner: CrmPlanner = {
  entities: ['service'],
  async plan(tx, { target, mapping, changes }) {
    if (!mapping.hasProducts) return 0;
    return planServices(tx, { target, ids: changedIds(changes), cause: causeOf(changes) });
  },
};

/** `ids` null: all that there are. */
export async function planServices(
  tx: Tx,
  { target, ids, cause }: { target: CrmTarget; ids: readonly bigint[] | null; cause: string },
): Promise<number> {
  const services = await listServiceIds(tx, { companyId: target.companyId, ids });
  const toTell = services.map((id) => ({ kind: 'crm.product', payload: { serviceId: String(id) } }));
  return enqueueUnlessPending(tx, CRM_KINDS, target, { cause, toTell });
}
