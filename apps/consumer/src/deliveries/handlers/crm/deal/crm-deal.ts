import { NotFoundError, productRowOwnerOf } from '@domovoy/bitrix24-sdk';
import {
  applyDealStage,
  DealDetail,
  type DealWanted,
  dead,
  dealChanges,
  dealKind,
  dealOrigin,
  dealWanted,
  delivered,
  linkRemote,
  NOTHING_TOLD,
  notYet,
  type Outcome,
  servicesOf,
  skipped,
  stageMeaning,
} from '@domovoy/domain';
import {
  type ExternalRefKey,
  type ExternalRefRow,
  findExternalRef,
  heldForMs,
  isInCrmReview,
  setExternalRef,
} from '@domovoy/store';
import type { DeliveryHandler } from '../../../handler.ts';
import { crmHandler } from '../crm-handler.ts';
import { type CrmTools, type CrmWork, crmWork, itemFields, signUpInFacts } from '../crm-work.ts';
import { findByOrigin } from '../find-by-origin.ts';
import { productRowsOf } from './product-rows-of.ts';

interface Payload {
  readonly abonentId: bigint;
  readonly signUpId: bigint;
}

/** A deal in the hands of its handler. */
interface DealInHand extends CrmWork {
  readonly key: ExternalRefKey;
  readonly wanted: DealWanted;
  readonly originId: string;
  readonly signUpId: bigint;
}

/** The sign-up is a deal of the portal, at the stage of its state. */
export const crmDeal = (tools: CrmTools): DeliveryHandler<Payload> =>
  crmHandler(tools, {
    async handle(delivery, context) {
      const { store } = tools;
      const { companyId, payload } = delivery;
      const { abonentId, signUpId } = payload;
      const work = await crmWork(tools, delivery, context);
      const { integrationId } = work.target;
      const key = {
        integrationId,
        entity: 'sign_up',
        entityId: signUpId,
        remoteKind: dealKind(work.mapping),
      };
      const contactKey = { integrationId, entity: 'abonent', entityId: abonentId, remoteKind: 'contact' };
      const [ref, contact, signUp] = await Promise.all([
        findExternalRef(store.db, key),
        findExternalRef(store.db, contactKey),
        signUpInFacts(tools, { companyId, signUpId }),
      ]);
      if (signUp === null) return skipped('SIGN_UP_GONE');
      if (ref?.state === 'gone') return skipped('DEAL_GONE');
      // A decision that may be taken back is not told yet; what is to be told behind it waits in the same lane.
      const heldMs = await heldForMs(store.db, signUpId);
      if (heldMs > 0) return notYet('DECISION_HELD', heldMs);
      const contactId = contact?.state === 'linked' ? Number(contact.remoteId) : null;
      if (contactId === null && ref === null)
        return (await isInCrmReview(store.db, contactKey))
          ? skipped('CONTACT_IN_REVIEW')
          : dead('CONTACT_MISSING');

      const rows = await productRowsOf(store, work.target, servicesOf(signUp.plan));
      const { facts } = signUp;
      const wanted = dealWanted(work.mapping, { signUp: signUp.signUp, facts, contactId, rows });
      const deal = { ...work, key, wanted, signUpId, originId: dealOrigin(signUp.signUp.uid) };
      return ref === null ? ensure(deal) : keepInStep(tools, deal, ref);
    },
  });

const entityTypeOf = ({ mapping }: CrmWork): number => mapping.deal.entityTypeId;

/** The deal that the hub made and has forgotten, or a new one. */
async function ensure(deal: DealInHand): Promise<Outcome> {
  const { portal, call, wanted, originId } = deal;
  const entityTypeId = entityTypeOf(deal);
  const planted = await findByOrigin(deal, { entityTypeId, originId });
  // Where it stands now is where it was left: nobody knows better, and the state decides.
  if (planted) return write(deal, planted.id, { ...NOTHING_TOLD, stage: planted.stageId ?? null }, false);
  const { fields, detail } = dealChanges(wanted, NOTHING_TOLD);
  const made = await portal.items.add(
    { entityTypeId, fields: itemFields({ ...wanted.created, ...fields }) },
    call,
  );
  const told = { ...detail, stage: made.stageId ?? detail.stage, rowsHash: null };
  return write(deal, made.id, told, true);
}

/** A deal that is known. Before its stage moves it is read: people may have moved it, and their move counts first. */
async function keepInStep(tools: CrmTools, deal: DealInHand, ref: ExternalRefRow): Promise<Outcome> {
  const { portal, call, wanted, originId, key } = deal;
  const entityTypeId = entityTypeOf(deal);
  const known = DealDetail.parse(ref.detail ?? {});
  const id = Number(ref.remoteId);
  try {
    if (!dealChanges(wanted, known).movesStage) return await write(deal, id, known, false);
    const { stageId } = await portal.items.get({ entityTypeId, id }, call);
    const moved = stageId && stageId !== wanted.stage ? stageMoved(tools, deal, known, stageId) : null;
    return moved ?? (await write(deal, id, { ...known, stage: stageId ?? known.stage }, false));
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error;
  }
  const planted = await findByOrigin(deal, { entityTypeId, originId });
  if (planted) return write(deal, planted.id, { ...NOTHING_TOLD, stage: planted.stageId ?? null }, false);
  return skipped('DEAL_GONE', async (tx) => void (await setExternalRef(tx, key, { state: 'gone' })));
}

/** People moved it to a stage that means something; null: to one that does not. */
function stageMoved(
  { store }: CrmTools,
  { mapping, target, signUpId, key }: DealInHand,
  detail: DealDetail,
  stage: string,
): Outcome | null {
  const action = stageMeaning(mapping, detail, stage);
  if (action === 'known' || action === 'noted') return null;
  const given = { target, signUpId, ref: key, detail, stage, action, language: mapping.language };
  return delivered({ stage, action }, async (tx, wake) => {
    const applied = await applyDealStage(tx, store, given);
    if (applied.kind === 'applied') for (const integrationId of applied.wakes) wake(integrationId);
  });
}

/** Writes what differs from what was told, and remembers it. */
async function write(deal: DealInHand, id: number, known: DealDetail, isMade: boolean): Promise<Outcome> {
  const { portal, call, wanted, key, target } = deal;
  const entityTypeId = entityTypeOf(deal);
  const { fields, rows, detail } = dealChanges(wanted, known);
  if (Object.keys(fields).length > 0)
    await portal.items.update({ entityTypeId, id, fields: itemFields(fields) }, call);
  if (rows !== null)
    await portal.productRows.set(
      {
        ownerType: productRowOwnerOf(entityTypeId),
        ownerId: id,
        rows: rows.map(({ productId, name, price }) => ({
          ...(productId === null ? {} : { productId }),
          productName: name,
          price,
        })),
      },
      call,
    );
  return delivered({ id, isMade, stage: detail.stage }, (tx) =>
    linkRemote(tx, { ...key, entity: 'sign_up', target, remoteId: id, detail }),
  );
}
