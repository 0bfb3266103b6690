import { forgetLoaded } from '../../../../context.ts';
import { idempotencyConflict, idempotencyKeyOf } from '../../../outcome/idempotency.ts';
import { notFoundError } from '../../../outcome/user-error.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { findMessage } from '../../find-conversation.ts';
import { messageStateError, namedMessage, noMessage } from '../../message-outcome.ts';

export const retryMessage: NonNullable<MutationResolvers['retryMessage']> = async (
  _parent,
  { input },
  context,
) => {
  const idempotencyKey = idempotencyKeyOf(input);
  const known = await findMessage(context.loaders, input.id);
  if (known === null) return notFoundError(...noMessage('id'));
  const result = await context.commands.retryMessage({ messageId: known.id, idempotencyKey });
  forgetLoaded(context);
  if (result.kind === 'key-conflict') return idempotencyConflict();
  if (result.kind === 'not-found') return notFoundError(...noMessage('id'));
  const message = await namedMessage(context.loaders, known.id);
  return result.kind === 'queued'
    ? { __typename: 'RetryMessagePayload', message }
    : messageStateError(message);
};
