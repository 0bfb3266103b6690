import type { MessageState } from '@domovoy/store';

/**
 * From each state to those that may follow. `failed` becomes `sent` when its record is seen in the topic after all, or
 * when its delivery is sent again; a person's retry queues it first.
 */
export const MESSAGE_TRANSITIONS: Readonly<Record<MessageState, readonly MessageState[]>> = {
  received: [],
  queued: ['sent', 'failed'],
  failed: ['queued', 'sent', 'failed'],
  sent: [],
};

/** The states from which a message may move to this one: the condition of the statement that moves it. */
export const messageStatesBefore = (to: MessageState): MessageState[] =>
  (Object.keys(MESSAGE_TRANSITIONS) as MessageState[]).filter((from) =>
    MESSAGE_TRANSITIONS[from].includes(to),
  );
