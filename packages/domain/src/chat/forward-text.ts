import type { ChatMessage, Home } from '@domovoy/store';
import { escapeBbCode } from './bb-code.ts';

/**
 * At the beginning of everything that the hub itself says at a portal. By it our own words are known when the portal
 * tells of them, as it does of everybody's.
 */
const OWN_MARK = '[Домовой]';

/** Who lives where: the portal refuses a name like "Иван кв. 12", so it stands in the text of the first message. */
function homeLine({ phone }: Pick<ChatMessage, 'phone'>, home: Home | null): string {
  const flat = home?.flat ? `кв. ${home.flat}` : null;
  return [home?.address, flat, phone && `+${phone}`].filter(Boolean).join(', ');
}

/** An abonent's message as the operator reads it. */
export function incomingText(
  message: Pick<ChatMessage, 'text' | 'phone' | 'channel'>,
  first: { readonly home: Home | null } | null,
): string {
  const home = first && homeLine(message, first.home);
  const channel = message.channel === 'support' ? null : `(${message.channel})`;
  const head = [home, channel].filter(Boolean).join(' ');
  const text = escapeBbCode(message.text);
  return head === '' ? text : `[i]${escapeBbCode(head)}[/i]\n${text}`;
}

/** An answer that was not written at the portal, as it is shown there. */
export function answeredText({
  text,
  author,
  authorName,
}: Pick<ChatMessage, 'text' | 'author' | 'authorName'>): string {
  return `${escapeBbCode(OWN_MARK)} ${escapeBbCode(authorOf(author, authorName))}:\n${escapeBbCode(text)}`;
}

/** In words for whoever reads it at the portal. */
function authorOf(author: string | null, authorName: string | null): string {
  if (authorName) return authorName;
  if (author === null) return 'другая программа';
  if (author === 'workflow') return 'автоматическое сообщение';
  if (author.startsWith('auto-reply:')) return 'автоответ';
  return 'сотрудник';
}

/** Is it something that we wrote? */
export const isOwnText = (plain: string): boolean => plain.trimStart().startsWith(OWN_MARK);

const PREFIX = /^\s*(?:абоненту|ответ|reply)\s*[:：]\s*/i;

/**
 * The answer in a comment that a person wrote on a contact, for a portal without an open line: what stands behind
 * "Абоненту:" (or "Ответ:", "Reply:"). Null: the comment is no answer.
 */
export function answerInComment(plain: string): string | null {
  if (isOwnText(plain)) return null;
  const [prefix] = PREFIX.exec(plain) ?? [];
  return prefix === undefined ? null : plain.slice(prefix.length).trim() || null;
}

/** A message of the chat as a comment of the contact. `#7` is the message: by it the comment is found again. */
export function chatCommentText(message: ChatMessage, home: Home | null): string {
  const mark = `${escapeBbCode(OWN_MARK)} #${message.id}`;
  if (message.direction === 'out')
    return `${mark} ${answeredText(message).slice(escapeBbCode(OWN_MARK).length + 1)}`;
  const where = homeLine(message, home);
  return `${mark} Сообщение абонента${where && ` (${escapeBbCode(where)})`}:\n${escapeBbCode(message.text)}\n\n[i]Чтобы ответить, напишите комментарий, который начинается с «Абоненту:».[/i]`;
}

/** The message that a comment of ours shows; null: it is none. */
export function messageOfComment(plain: string): bigint | null {
  const [, digits] = /^\[Домовой\] #(\d{1,18})\b/.exec(plain.trimStart()) ?? [];
  return digits === undefined ? null : BigInt(digits);
}
