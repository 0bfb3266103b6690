import {
  commentMarker,
  dead,
  dealKind,
  delivered,
  linkRemote,
  skipped,
  timelineComment,
} from '@domovoy/domain';
import { findExternalRef, findSignUpEvent, isInCrmReview, isUndone } from '@domovoy/store';
import type { DeliveryHandler } from '../../../handler.ts';
import { crmHandler } from '../crm-handler.ts';
import { type CrmTools, type CrmWork, crmWork, signUpInFacts } from '../crm-work.ts';

interface Payload {
  readonly abonentId: bigint;
  readonly signUpId: bigint;
  readonly eventId: bigint;
}

/** A line of the sign-up's timeline is a comment of its deal, once. */
export const crmComment = (tools: CrmTools): DeliveryHandler<Payload> =>
  crmHandler(tools, {
    async handle(delivery, context) {
      const { store } = tools;
      const { companyId } = delivery;
      const { signUpId, eventId } = delivery.payload;
      const work = await crmWork(tools, delivery, context);
      const { mapping, target } = work;
      const { integrationId } = target;
      const key = {
        integrationId,
        entity: 'sign_up_event',
        entityId: eventId,
        remoteKind: 'timeline_comment',
      } as const;
      const dealKey = { integrationId, entity: 'sign_up', entityId: signUpId, remoteKind: dealKind(mapping) };
      const [told, deal, event, signUp] = await Promise.all([
        findExternalRef(store.db, key),
        findExternalRef(store.db, dealKey),
        findSignUpEvent(store.db, { companyId, signUpId, eventId }),
        signUpInFacts(tools, { companyId, signUpId }),
      ]);
      if (told !== null) return skipped('TOLD');
      if (event === null || signUp === null) return skipped('SIGN_UP_GONE');
      if (isUndone(event)) return skipped('DECISION_UNDONE');
      const comment = timelineComment(mapping, event, signUp.facts);
      if (comment === null) return skipped('NOT_TOLD');
      if (deal?.state === 'gone') return skipped('DEAL_GONE');
      if (deal === null) {
        const abonent = { integrationId, entity: 'abonent', entityId: delivery.payload.abonentId };
        const waits = await isInCrmReview(store.db, abonent);
        return waits ? skipped('CONTACT_IN_REVIEW') : dead('DEAL_MISSING');
      }

      const { entityTypeId } = mapping.deal;
      const place = {
        entityType: entityTypeId < 128 ? deal.remoteKind : `dynamic_${entityTypeId}`,
        entityId: Number(deal.remoteId),
      };
      const commentId =
        (await findComment(work, place, commentMarker(eventId))) ??
        (await work.portal.timeline.addComment({ ...place, comment }, work.call));
      return delivered({ commentId }, (tx) => linkRemote(tx, { ...key, target, remoteId: commentId }));
    },
  });

/** By its marker, among the newest: an earlier attempt may have written it. */
async function findComment(
  { portal, call }: CrmWork,
  place: { entityType: string; entityId: number },
  marker: string,
): Promise<number | null> {
  const { rows } = await portal.timeline.comments(
    { ...place, select: ['ID', 'COMMENT'], order: { ID: 'DESC' } },
    { ...call, start: -1 },
  );
  return rows.find(({ COMMENT }) => COMMENT?.includes(marker))?.ID ?? null;
}
