import type { Change, CompanyScope } from '@domovoy/store';
import { type FollowedEntity, type FollowedRows, type RowEvent, worthTelling } from './feed-event.ts';

type Load = { [Entity in FollowedEntity]: (ids: readonly bigint[]) => Promise<FollowedRows[Entity][]> };

/** The rows behind the changes of one page, one company and one kind: one statement for all of them. */
export async function loadEvents<Entity extends FollowedEntity>(
  company: CompanyScope,
  entity: Entity,
  changes: readonly Change[],
): Promise<RowEvent<Entity>[]> {
  const told = worthTelling(entity, changes);
  if (told.length === 0) return [];
  const load: Load = {
    conversation: company.loadConversations,
    delivery: company.loadDeliveries,
    delivery_target: company.loadDeliveryTargets,
    job: company.loadJobs,
    integration: company.loadIntegrations,
    message: company.loadMessages,
    sign_up: company.loadSignUps,
    sync_run: company.loadSyncRuns,
  };
  const rows = await load[entity](told.map((change) => change.entityId));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return told.flatMap(({ xid, id, entityId, op }) => {
    const row = byId.get(entityId);
    return row === undefined ? [] : [{ position: { xid, id }, op, row }];
  });
}
