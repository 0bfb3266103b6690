import { and, eq, inArray } from 'drizzle-orm';
import type { CompanyReader } from '../company/company-reader.ts';
import { inboxSources } from '../schema/inbox.ts';
import { integrations } from '../schema/integration.ts';

export interface InboxSourceRow {
  readonly id: number;
  readonly topic: string;
}

/** Topics of the company's integrations. */
export const loadInboxSources = (
  { db, companyId }: CompanyReader,
  ids: readonly number[],
): Promise<InboxSourceRow[]> =>
  db
    .select({ id: inboxSources.id, topic: inboxSources.topic })
    .from(inboxSources)
    .innerJoin(integrations, eq(integrations.id, inboxSources.integrationId))
    .where(and(inArray(inboxSources.id, [...ids]), eq(integrations.companyId, companyId)));
