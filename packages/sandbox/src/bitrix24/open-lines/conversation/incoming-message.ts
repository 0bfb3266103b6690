import { isRecord, isYes, toInt, toList } from '../../transport/params.ts';
import type { File } from '../tables.ts';
import { partOf, textOf } from './parts.ts';

/** An element of `imconnector.send.messages`, read. */
export interface IncomingMessage {
  user: { externalId: string; name: string; lastName: string; phone: string | null; email: string | null };
  message: { externalId: string; text: string; files: File[]; atMs: number | null; isKeptFromCrm: boolean };
  /** An employee who wrote it elsewhere. */
  employeeId: number | null;
  chat: { externalId: string; name: string | null };
  /** Why it is refused; the others of the same call are not (facts §9). */
  errors: string[];
}

/** Letters, spaces, hyphens, apostrophes, and no more than fit (facts §9): "Иван кв. 12" is refused. */
const NAME = /^[\p{L}\p{M} '’ʼ-]{0,25}$/u;
const PHONE = /^\+?[\d\s()-]+$/;

export function readIncoming(element: unknown): IncomingMessage {
  const user = partOf<'id' | 'name' | 'last_name' | 'phone' | 'email' | 'skip_phone_validate'>(
    element,
    'user',
  );
  const message = partOf<'id' | 'text' | 'files' | 'date' | 'disable_crm' | 'user_id'>(element, 'message');
  const chat = partOf<'id' | 'name'>(element, 'chat');
  const read: IncomingMessage = {
    user: {
      externalId: textOf(user.id),
      name: textOf(user.name),
      lastName: textOf(user.last_name),
      phone: textOf(user.phone) || null,
      email: textOf(user.email) || null,
    },
    message: {
      externalId: textOf(message.id),
      text: textOf(message.text),
      files: toList(message.files).flatMap(fileOf),
      atMs: toInt(message.date) * 1000 || null,
      isKeptFromCrm: isYes(message.disable_crm),
    },
    employeeId: toInt(message.user_id) || null,
    chat: { externalId: textOf(chat.id), name: textOf(chat.name) || null },
    errors: [],
  };
  return { ...read, errors: problemsOf(read, isYes(user.skip_phone_validate)) };
}

function problemsOf({ user, message, chat }: IncomingMessage, skipsPhone: boolean): string[] {
  const digits = user.phone?.replaceAll(/\D/g, '') ?? '';
  const isPhone =
    user.phone === null || (PHONE.test(user.phone) && digits.length >= 10 && digits.length <= 15);
  return [
    ...(user.externalId === '' ? ['The user ID is not specified'] : []),
    ...(chat.externalId === '' ? ['The chat ID is not specified'] : []),
    ...(NAME.test(user.name)
      ? []
      : ['The user name has characters that are not allowed, or is longer than 25']),
    ...(NAME.test(user.lastName)
      ? []
      : ['The last name has characters that are not allowed, or is longer than 25']),
    ...(isPhone || skipsPhone ? [] : ['The phone number is not valid']),
    ...(message.text === '' && message.files.length === 0
      ? ['The message has neither a text nor files']
      : []),
  ];
}

function fileOf(value: unknown): File[] {
  const { url, name } = isRecord(value) ? value : {};
  return textOf(url) === '' ? [] : [{ url: textOf(url), name: textOf(name) || 'file' }];
}
