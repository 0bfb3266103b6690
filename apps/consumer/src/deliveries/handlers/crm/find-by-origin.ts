import { originFields } from '@domovoy/domain';
import type { CrmWork } from './crm-work.ts';

/** What the hub planted when it created it; null: it never did, or it is gone. Of several the oldest. */
export async function findByOrigin(
  { portal, call }: CrmWork,
  { entityTypeId, originId }: { entityTypeId: number; originId: string },
): Promise<{ readonly id: number; readonly stageId?: string | null | undefined } | null> {
  const planted = Object.entries(originFields(entityTypeId, originId));
  const { rows } = await portal.items.list(
    {
      entityTypeId,
      filter: Object.fromEntries(planted.map(([name, value]) => [`=${name}`, value])),
      select: entityTypeId === 3 ? ['id'] : ['id', 'stageId'],
      order: { id: 'ASC' },
    },
    { ...call, start: -1 },
  );
  return rows[0] ?? null;
}
