import { forgetLoaded } from '../../../../context.ts';
import { decodeInboxId } from '../../../../ids/node-id.ts';
import { idempotencyConflict, idempotencyKeyOf } from '../../../outcome/idempotency.ts';
import { notFoundError } from '../../../outcome/user-error.ts';
import type { MutationResolvers } from '../../../types.generated.ts';

const ABSENT = ['There is no such event.', ['input', 'id']] as const satisfies [string, string[]];

export const reprocessEvent: NonNullable<MutationResolvers['reprocessEvent']> = async (
  _parent,
  { input },
  context,
) => {
  const idempotencyKey = idempotencyKeyOf(input);
  const at = decodeInboxId(input.id);
  if (at === null) return notFoundError(...ABSENT);
  const isRehearsal = input.dryRun ?? false;
  const result = await context.commands.reprocessEvent({ event: at, isRehearsal, idempotencyKey });
  forgetLoaded(context);
  if (result.kind === 'key-conflict') return idempotencyConflict();
  if (result.kind === 'unreadable')
    return {
      __typename: 'InboxEventUnreadableError',
      code: 'INBOX_EVENT_UNREADABLE',
      message: 'It cannot be taken in today either.',
      path: ['input', 'id'],
      reason: result.reason,
    };
  const event = await context.loaders.inboxEvents.load(at);
  if (event === null) return notFoundError(...ABSENT);
  if (result.kind === 'not-dead')
    return {
      __typename: 'InboxEventStateError',
      code: 'INBOX_EVENT_STATE',
      message: 'Only a dead event is reprocessed.',
      path: ['input', 'id'],
      event,
    };
  // What a dry run made was taken back, and its ids name nothing.
  const caused = result.caused.map((effect) => ({ ...effect, id: isRehearsal ? null : effect.id }));
  return { __typename: 'ReprocessEventPayload', event, caused };
};
