import type { Bitrix24 } from '@domovoy/bitrix24-sdk';
import { noteRemoteChange, readMapping } from '@domovoy/domain';
import { type IntegrationWithCompany, notifyDeliveries, type Store, updateIntegration } from '@domovoy/store';
import { z } from 'zod';

interface Reconciling {
  readonly store: Store;
  readonly bitrix24Of: (integration: IntegrationWithCompany) => Bitrix24;
  readonly signal: AbortSignal;
}

/** Up to when the portal's changes were looked through, by its own clock. */
const Progress = z.looseObject({ reconciledAt: z.iso.datetime({ offset: true }).optional() });

/** Changes within the same minute may be committed later than they are dated. */
const OVERLAP_MS = 120_000;
const CONTACT = 3;

/**
 * What changed since the last look, by the portal's own time: a web hook that got lost is told by nobody else. Only what
 * is ours is read again. What was deleted there is found when it is next written to.
 */
export async function reconcilePortal(
  { store, bitrix24Of, signal }: Reconciling,
  integration: IntegrationWithCompany,
): Promise<void> {
  const { id: integrationId, companyId } = integration;
  const [row] = await store.company(companyId).loadIntegrations([integrationId]);
  // Nothing is asked of a portal that a person has to mend first.
  if (row === undefined || row.state === 'broken' || row.checkedAt === null) return;
  const progress = Progress.catch({}).parse(row.progress);
  const bitrix24 = bitrix24Of(integration);
  const options = { signal, lane: 'backfill' } as const;
  const now = await bitrix24.application.serverTime({}, options);
  if (progress.reconciledAt !== undefined) {
    const since = new Date(Date.parse(progress.reconciledAt) - OVERLAP_MS);
    const { mapping } = await readMapping(store.db, integrationId);
    for (const entityTypeId of new Set([CONTACT, mapping.deal.entityTypeId]))
      await lookThrough({ store, bitrix24, options, integration }, entityTypeId, since);
  }
  await updateIntegration(
    store.db,
    { id: integrationId, companyId },
    { progress: { ...progress, reconciledAt: now.toISOString() } },
  );
}

interface Looking {
  readonly store: Store;
  readonly bitrix24: Bitrix24;
  readonly options: { readonly signal: AbortSignal; readonly lane: 'backfill' };
  readonly integration: IntegrationWithCompany;
}

async function lookThrough(
  { store, bitrix24, options, integration }: Looking,
  entityTypeId: number,
  since: Date,
): Promise<void> {
  const { id: integrationId, companyId } = integration;
  const target = { integrationId, companyId, kind: 'bitrix24' } as const;
  const params = {
    entityTypeId,
    select: ['id', 'updatedTime'],
    filter: { '>=updatedTime': since.toISOString() },
  };
  for await (const rows of bitrix24.items.iterate(params, options).pages()) {
    const isOurs = await store.transaction(async (tx) => {
      let count = 0;
      for (const { id, updatedTime } of rows) {
        const eventKey = `reconcile:${entityTypeId}:${id}:${String(updatedTime)}`;
        if (await noteRemoteChange(tx, { target, entityTypeId, remoteId: String(id), eventKey })) count += 1;
      }
      return count > 0;
    });
    if (isOurs) notifyDeliveries(store, [integrationId]).catch(() => undefined);
  }
}
