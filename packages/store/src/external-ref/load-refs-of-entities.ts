import { and, asc, eq, sql } from 'drizzle-orm';
import type { CompanyReader } from '../company/company-reader.ts';
import { bigintArray } from '../page/bigint-array.ts';
import { externalRefs } from '../schema/external-ref.ts';
import { integrations } from '../schema/integration.ts';
import type { ExternalRefRow } from './external-refs.ts';

/** As what entities of one sort are known in the company's integrations, the first integration first. */
export async function loadRefsOfEntities(
  { db, companyId }: CompanyReader,
  { entity, entityIds }: { readonly entity: string; readonly entityIds: readonly bigint[] },
): Promise<ExternalRefRow[]> {
  // The primary key begins with the integration: a company has a few of them.
  const rows = await db
    .select({ ref: externalRefs })
    .from(integrations)
    .innerJoin(externalRefs, eq(externalRefs.integrationId, integrations.id))
    .where(
      and(
        eq(integrations.companyId, companyId),
        eq(externalRefs.companyId, companyId),
        eq(externalRefs.entity, entity),
        sql`${externalRefs.entityId} = any(${bigintArray(entityIds)})`,
      ),
    )
    .orderBy(asc(externalRefs.integrationId), asc(externalRefs.createdAt));
  return rows.map(({ ref }) => ref);
}
