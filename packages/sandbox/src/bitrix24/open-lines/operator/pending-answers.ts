import type { PortalContext } from '../../portal-context.ts';
import { type Change, drop, put } from '../../state/change.ts';
import { CHATS, type Message, PENDING_ANSWERS, type PendingAnswer } from '../tables.ts';
import { operatorOf, reply } from './operator.ts';

/** What the operator will say to a message, when he answers by himself. */
export function answerLater({ state, now }: PortalContext, message: Message): Change[] {
  const { answersAfterMs, texts } = operatorOf(state);
  if (answersAfterMs === null || message.from !== 'visitor') return [];
  const text = texts[message.id % texts.length] ?? '';
  const answer: PendingAnswer = {
    messageId: message.id,
    chatId: message.chatId,
    text: text.replaceAll('{text}', () => message.text),
    dueAtMs: now() + answersAfterMs,
  };
  return [put(PENDING_ANSWERS, message.id, answer)];
}

/** Gives the answers when they are due, also those that were pending when the sandbox ended. */
export function startAnsweringOperator(context: PortalContext): void {
  let timer: NodeJS.Timeout | null = null;
  let lastRevision = -1;

  const pending = (): PendingAnswer[] =>
    [...context.state.rows(PENDING_ANSWERS).values()].toSorted(
      (a, b) => a.dueAtMs - b.dueAtMs || a.messageId - b.messageId,
    );

  function look(): void {
    const { revision } = context.state.rows(PENDING_ANSWERS);
    if (revision === lastRevision) return;
    lastRevision = revision;
    if (timer) clearTimeout(timer);
    timer = null;
    const [first] = pending();
    if (first) timer = setTimeout(giveDue, Math.max(0, first.dueAtMs - context.now()));
  }

  function giveDue(): void {
    timer = null;
    for (const answer of pending()) if (answer.dueAtMs <= context.now()) give(answer);
    lastRevision = -1;
    look();
  }

  function give({ messageId, chatId, text }: PendingAnswer): void {
    const chat = context.state.rows(CHATS).get(chatId);
    const done = drop(PENDING_ANSWERS, messageId);
    if (chat) reply(context, chat, { text }, { alongside: [done] });
    else context.save([done]);
  }

  const stop = () => {
    if (timer) clearTimeout(timer);
    timer = null;
    lastRevision = -1;
  };
  context.onReset(stop);
  context.onClose(stop);
  context.events.onSaved(look);
}
