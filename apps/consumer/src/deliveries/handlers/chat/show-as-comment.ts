import { TimeoutError } from '@domovoy/bitrix24-sdk';
import {
  ambiguous,
  CHAT_REFS,
  CRM_KINDS,
  chatCommentText,
  delivered,
  enqueueUnlessPending,
  messageOfComment,
  plainText,
  retry,
} from '@domovoy/domain';
import { DomovoyError } from '@domovoy/models';
import { findExternalRef, findHome, notifyDeliveries, putExternalRef, setExternalRef } from '@domovoy/store';
import type { ChatTools } from './chat-tools.ts';
import { type Forwarding, type Show, waitMs } from './forwarding.ts';

/** Less than an attempt may take: a portal that hangs is told as such, and not cut off together with its handler. */
const CALL_MS = 20_000;
/** While the contact is made, the first time. */
const CONTACT_AWAITED_MS = 500;

/**
 * A comment on the abonent's contact, for a portal without an application. It carries the number of its message: after
 * an attempt without an answer the contact's comments are looked through, and it is written only when it is not there:
 * not before the portal is surely done with the call, which it cuts after a minute.
 */
export function showAsComment(tools: ChatTools): Show {
  const { store, bitrix24Of, portalCutMs } = tools;
  return async (forwarding) => {
    const { delivery, context, message } = forwarding;
    const { integration, signal, record } = context;
    const { companyId, ambiguousAttempts } = delivery;
    const of = { integrationId: integration.id, entity: 'message', entityId: message.id };
    const key = { ...of, remoteKind: CHAT_REFS.comment };
    const known = await findExternalRef(store.db, key);
    if (known?.state === 'linked') return delivered({ commentId: known.remoteId });
    const contactId = await contactOf(tools, forwarding);
    if (contactId === null) return retry('CONTACT_AWAITED', waitMs(CONTACT_AWAITED_MS, delivery.attempt));
    const bitrix24 = bitrix24Of(integration);
    const options = { signal, lane: 'chat', timeoutMs: CALL_MS } as const;
    if (known?.state === 'sending' || ambiguousAttempts > 0) {
      const { rows } = await bitrix24.timeline.comments(
        { entityType: 'contact', entityId: contactId, order: { ID: 'DESC' } },
        options,
      );
      const found = rows.find(({ COMMENT }) => messageOfComment(plainText(COMMENT ?? '')) === message.id);
      if (found) return linked(String(found.ID));
    }
    const home = await findHome(store.db, { companyId, ...message });
    const comment = chatCommentText(message, home);
    await putExternalRef(store.db, { ...key, companyId, remoteId: null, state: 'sending' });
    record({ request: { method: 'crm.timeline.comment.add', contactId, length: comment.length } });
    try {
      const commentId = await bitrix24.timeline.addComment(
        { entityType: 'contact', entityId: contactId, comment },
        options,
      );
      return linked(String(commentId));
    } catch (error) {
      if (error instanceof DomovoyError && !error.unknownOutcome)
        await setExternalRef(store.db, key, { state: 'gone' });
      if (error instanceof TimeoutError && error.unknownOutcome) return ambiguous(error.code, portalCutMs);
      throw error;
    }

    function linked(commentId: string) {
      return delivered({ commentId }, async (tx) => {
        await putExternalRef(tx, { ...key, companyId, remoteId: commentId });
      });
    }
  };
}

/** The abonent's contact; one that is not there is asked for. */
async function contactOf(
  { store }: ChatTools,
  { delivery, context: { integration }, message }: Forwarding,
): Promise<number | null> {
  const abonentId = message.abonentRosdomofonId;
  const ref = await findExternalRef(store.db, {
    integrationId: integration.id,
    entity: 'abonent',
    entityId: abonentId,
    remoteKind: 'contact',
  });
  if (ref?.remoteId && ref.state === 'linked') return Number(ref.remoteId);
  const target = { integrationId: integration.id, companyId: delivery.companyId, kind: 'bitrix24' } as const;
  await store.transaction((tx) =>
    enqueueUnlessPending(tx, CRM_KINDS, target, {
      cause: `message:${message.id}`,
      toTell: [
        { kind: 'crm.contact', payload: { abonentId: String(abonentId), signUpId: null, isNeeded: true } },
      ],
    }),
  );
  notifyDeliveries(store, [integration.id]).catch(() => undefined);
  return null;
}
