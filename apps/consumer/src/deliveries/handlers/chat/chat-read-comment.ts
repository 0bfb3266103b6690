import { NotFoundError } from '@domovoy/bitrix24-sdk';
import {
  answerInComment,
  CHAT_REFS,
  chatOf,
  type DELIVERY_KINDS,
  dead,
  delivered,
  type Payload,
  plainText,
  receiveAnswer,
  skipped,
} from '@domovoy/domain';
import { findIntegrationConfig, findRefsByRemote } from '@domovoy/store';
import type { DeliveryHandler } from '../../handler.ts';
import type { ChatTools } from './chat-tools.ts';

type ReadComment = Payload<(typeof DELIVERY_KINDS)['chat.read_comment']>;

/** Somebody commented: behind the prefix stands an answer to the abonent whose contact it is. Our own never have one. */
export function chatReadCommentHandler(tools: ChatTools): DeliveryHandler<ReadComment> {
  const { store, bitrix24Of } = tools;
  return {
    async handle({ payload, companyId }, { integration, signal }) {
      const portal = { integrationId: integration.id, companyId };
      if (chatOf(await findIntegrationConfig(store.db, portal)).mode !== 'timeline')
        return skipped('CHAT_OFF');
      const comment = await bitrix24Of(integration)
        .timeline.getComment({ id: Number(payload.commentId) }, { signal, lane: 'chat' })
        .catch((error: unknown) => {
          if (error instanceof NotFoundError) return null;
          throw error;
        });
      if (comment === null) return skipped('COMMENT_GONE');
      const text = answerInComment(plainText(comment.COMMENT ?? ''));
      if (text === null || comment.ENTITY_TYPE?.toLowerCase() !== 'contact') return skipped('NO_ANSWER');
      const [owner] = await findRefsByRemote(store.db, {
        integrationId: integration.id,
        remoteKind: 'contact',
        remoteId: String(comment.ENTITY_ID),
      });
      if (owner?.entity !== 'abonent') return skipped('CONTACT_UNKNOWN');
      const answer = {
        abonentRosdomofonId: owner.entityId,
        text,
        author: `bitrix24:${comment.AUTHOR_ID ?? 0}`,
        authorName: null,
        remoteKind: CHAT_REFS.comment,
        remoteId: payload.commentId,
        detail: null,
      };
      // What nobody can be told is known before anything is written.
      const received = await store.transaction((tx) => receiveAnswer(tx, portal, answer));
      if (received.kind === 'refused') return dead('ANSWER_REFUSED');
      if (received.kind === 'known') return delivered({ known: true });
      return delivered({ queued: true }, async (_tx, wake) => wake(received.integrationId));
    },
  };
}
