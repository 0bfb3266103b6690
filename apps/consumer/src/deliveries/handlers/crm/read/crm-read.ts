import { NotFoundError } from '@domovoy/bitrix24-sdk';
import {
  applyDealStage,
  DealDetail,
  dealOrigin,
  delivered,
  linkRemote,
  type Outcome,
  skipped,
  stageMeaning,
} from '@domovoy/domain';
import {
  type ExternalRefKey,
  type ExternalRefRow,
  findExternalRef,
  findSignUp,
  setExternalRef,
} from '@domovoy/store';
import type { DeliveryHandler } from '../../../handler.ts';
import { findContact } from '../contact/find-contact.ts';
import { crmHandler } from '../crm-handler.ts';
import { type CrmTools, type CrmWork, crmWork } from '../crm-work.ts';
import { findByOrigin } from '../find-by-origin.ts';

interface Payload {
  readonly abonentId: bigint;
  readonly entity: 'abonent' | 'sign_up';
  readonly entityId: bigint;
  readonly remoteKind: string;
}

/**
 * Something was changed over there. It is read in the lane of its abonent, so no write of ours is under way: a stage
 * that differs from the one that was last written or read was chosen by people.
 */
export const crmRead = (tools: CrmTools): DeliveryHandler<Payload> =>
  crmHandler(tools, {
    async handle(delivery, context) {
      const { entity, entityId, remoteKind } = delivery.payload;
      const work = await crmWork(tools, delivery, context);
      const key = { integrationId: work.target.integrationId, entity, entityId, remoteKind };
      const ref = await findExternalRef(tools.store.db, key);
      if (ref?.state !== 'linked' || ref.remoteId === null) return skipped('NOT_LINKED');
      const entityTypeId = entityTypeOf(remoteKind);
      const row = await orNull(work.portal.items.get({ entityTypeId, id: Number(ref.remoteId) }, work.call));
      if (row === null) return findAgain(tools, work, ref, delivery.payload);
      return entity === 'sign_up' && row.stageId
        ? readDeal(tools, work, { key, ref, stage: row.stageId })
        : delivered({ isChanged: false });
    },
  });

const TYPES: Readonly<Record<string, number>> = { lead: 1, deal: 2, contact: 3 };
const entityTypeOf = (remoteKind: string): number =>
  TYPES[remoteKind] ?? Number(remoteKind.replace('item_', ''));

async function orNull<T>(call: Promise<T>): Promise<T | null> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof NotFoundError) return null;
    throw error;
  }
}

function readDeal(
  { store }: CrmTools,
  { mapping, target }: CrmWork,
  { key, ref, stage }: { key: ExternalRefKey; ref: ExternalRefRow; stage: string },
): Outcome {
  const detail = DealDetail.parse(ref.detail ?? {});
  const action = stageMeaning(mapping, detail, stage);
  if (action === 'known') return delivered({ isChanged: false });
  if (action === 'noted')
    return delivered(
      { stage },
      async (tx) => void (await setExternalRef(tx, key, { detail: { ...detail, stage } })),
    );
  const { language } = mapping;
  return delivered({ stage, action }, async (tx, wake) => {
    const given = { target, signUpId: key.entityId, ref: key, detail, stage, action, language };
    const applied = await applyDealStage(tx, store, given);
    if (applied.kind === 'applied') for (const integrationId of applied.wakes) wake(integrationId);
  });
}

/** Deleted, or merged into another one: found again by what was planted or by the phone, or gone. Nothing is created. */
async function findAgain(
  { store }: CrmTools,
  work: CrmWork,
  ref: ExternalRefRow,
  { abonentId, entity }: Payload,
): Promise<Outcome> {
  const gone = () => skipped('GONE', async (tx) => void (await setExternalRef(tx, ref, { state: 'gone' })));
  if (entity === 'sign_up') {
    const signUp = await findSignUp(store.db, { companyId: ref.companyId, signUpId: ref.entityId });
    if (signUp === null) return gone();
    const entityTypeId = entityTypeOf(ref.remoteKind);
    const found = await findByOrigin(work, { entityTypeId, originId: dealOrigin(signUp.uid) });
    return found ? relinked(work, ref, found.id) : gone();
  }
  const [abonent] = await store.company(ref.companyId).loadAbonentsByRosdomofonId([abonentId]);
  if (!abonent?.phone) return gone();
  const found = await findContact(work, { abonentId, phone: `+${abonent.phone}` });
  return found.kind === 'one' ? relinked(work, ref, found.contactId) : gone();
}

const relinked = (
  { target }: CrmWork,
  { entityId, remoteKind, entity }: ExternalRefRow,
  remoteId: number,
): Outcome =>
  delivered({ relinkedTo: remoteId }, (tx) =>
    linkRemote(tx, {
      target,
      entity: entity === 'abonent' ? 'abonent' : 'sign_up',
      entityId,
      remoteKind,
      remoteId,
    }),
  );
