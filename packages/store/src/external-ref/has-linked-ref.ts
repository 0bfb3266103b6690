import { and, eq, inArray, ne } from 'drizzle-orm';
import type { Executor } from '../db.ts';
import { externalRefs } from '../schema/external-ref.ts';
import { integrations } from '../schema/integration.ts';

/** Is it known in any of the company's other systems? Comments that were written about it do not count. */
export async function hasLinkedRef(
  db: Executor,
  { companyId, entity, entityId }: { companyId: bigint; entity: string; entityId: bigint },
): Promise<boolean> {
  // The primary key begins with the integration: a company has a few of them.
  const own = db
    .select({ id: integrations.id })
    .from(integrations)
    .where(eq(integrations.companyId, companyId));
  const [row] = await db
    .select({ entityId: externalRefs.entityId })
    .from(externalRefs)
    .where(
      and(
        inArray(externalRefs.integrationId, own),
        eq(externalRefs.entity, entity),
        eq(externalRefs.entityId, entityId),
        ne(externalRefs.remoteKind, 'timeline_comment'),
        eq(externalRefs.state, 'linked'),
      ),
    )
    .limit(1);
  return row !== undefined;
}
