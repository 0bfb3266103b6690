import {
  addAuditEntry,
  type ExternalRefKey,
  listSignUpIdsOfAbonent,
  putExternalRef,
  resolveCrmReviewRow,
  type Store,
} from '@domovoy/store';
import { tell } from '../../deliveries/by-hand/tell.ts';
import type { CrmTarget } from '../crm-kinds.ts';
import { readMapping } from '../mapping/read-mapping.ts';
import { planSignUps } from '../plan/sign-up-planner.ts';

export type ResolveReviewResult = { readonly kind: 'done' } | { readonly kind: 'not-found' };

/** A person says which contact the abonent is: it is linked, and what waited for it is told. */
export async function resolveCrmReview(
  store: Store,
  given: {
    readonly companyId: bigint;
    readonly integrationId: bigint;
    readonly abonentId: bigint;
    readonly contactId: number;
    readonly actor: string;
  },
): Promise<ResolveReviewResult> {
  const { companyId, integrationId, abonentId, contactId, actor } = given;
  const target: CrmTarget = { integrationId, companyId, kind: 'bitrix24' };
  const key: ExternalRefKey = {
    integrationId,
    entity: 'abonent',
    entityId: abonentId,
    remoteKind: 'contact',
  };
  const resolved = await store.transaction(async (tx): Promise<ResolveReviewResult> => {
    if (!(await resolveCrmReviewRow(tx, { ...key, companyId }, actor))) return { kind: 'not-found' };
    await putExternalRef(tx, { ...key, companyId, remoteId: String(contactId), mayShare: true });
    await addAuditEntry(tx, {
      companyId,
      actor,
      action: 'integration.link_contact',
      entity: 'integration',
      entityId: integrationId,
      details: { abonentId: String(abonentId) },
      after: { contactId },
    });
    const { mapping } = await readMapping(tx, integrationId);
    const ids = await listSignUpIdsOfAbonent(tx, { companyId, abonentId });
    await planSignUps(tx, { target, mapping, ids, cause: `review:${contactId}` });
    return { kind: 'done' };
  });
  if (resolved.kind === 'done') tell(store, [integrationId]);
  return resolved;
}
