import type { Language } from '../bitrix24/connection-trouble.ts';
import { troubleText } from '../bitrix24/connection-trouble.ts';

/** What a step of a check says to a person; `{names}` are what is missing, `{url}` is the address of our web hook. */
const HINTS = {
  NOT_ASKED: {
    en: 'Not asked: an earlier step failed.',
    ru: 'Не проверялось: не прошёл предыдущий шаг.',
  },
  NOT_WANTED: {
    en: 'Not used by this connection.',
    ru: 'В этом подключении не используется.',
  },
  BY_WEBHOOK: {
    en: 'A webhook cannot do this: it takes an application.',
    ru: 'Через вебхук это невозможно: нужно приложение.',
  },
  NO_ANSWER: {
    en: 'The portal did not answer. It is tried again by itself.',
    ru: 'Портал не ответил. Попытки продолжаются сами.',
  },
  SCOPES_MISSING: {
    en: 'Grant these permissions at the portal: {names}.',
    ru: 'Выдайте на портале права: {names}.',
  },
  SCOPES_OPTIONAL: {
    en: 'Without these permissions a part of the hub’s work is left out: {names}.',
    ru: 'Без этих прав часть работы не выполняется: {names}.',
  },
  NOT_ADMIN: {
    en: 'The hub acts as a user who is no administrator: user fields, the catalogue and offline events are out of reach.',
    ru: 'Хаб действует от имени пользователя без прав администратора: пользовательские поля, каталог и офлайн-события недоступны.',
  },
  LIMITS_ASSUMED: {
    en: 'The portal does not tell its plan to a webhook: the limits of the standard plans are assumed.',
    ru: 'Портал не сообщает тариф вебхуку: приняты лимиты обычных тарифов.',
  },
  HOOK_URL_MISSING: {
    en: 'Changes at the portal are not told to the hub: start its processes with HOOKS_PUBLIC_URL, the public address of apps/hooks. Until then the portal is looked at regularly.',
    ru: 'Портал не сообщает об изменениях: задайте HOOKS_PUBLIC_URL — публичный адрес apps/hooks. Пока портал опрашивается по расписанию.',
  },
  EVENTS_BY_HAND: {
    en: 'Make an outbound webhook at the portal with the address {url} and these events: {names}; then enter its application token here.',
    ru: 'Создайте на портале исходящий вебхук с адресом {url} и событиями: {names}; затем введите здесь его токен приложения.',
  },
  EVENTS_NOT_BOUND: {
    en: 'The portal refused to tell of these events: {names}.',
    ru: 'Портал отказался сообщать о событиях: {names}.',
  },
  EVENT_TOKEN_AWAITED: {
    en: 'The portal has not told its application token yet: its first event does, once the portal has confirmed it.',
    ru: 'Портал ещё не сообщил токен приложения: он придёт с первым событием, после проверки у портала.',
  },
  OPEN_LINE_AWAITED: {
    en: 'The open line is being set up. Check again in a moment.',
    ru: 'Открытая линия настраивается. Проверьте ещё раз через минуту.',
  },
  OPEN_LINE_INACTIVE: {
    en: 'The connector is not active at the open line: set the chat up anew.',
    ru: 'Коннектор не активен на открытой линии: настройте чат заново.',
  },
} as const satisfies Record<string, Readonly<Record<Language, string>>>;

export type CheckHint = keyof typeof HINTS;

const isHint = (code: string): code is CheckHint => Object.hasOwn(HINTS, code);

/** In words for a person. A code that this version does not know is shown as it is. */
export function hintText(
  code: string,
  { language, names, url }: { language: Language; names: readonly string[]; url: string | null },
): string {
  const text = isHint(code) ? HINTS[code][language] : (troubleText(code, language) ?? code);
  return text.replace('{names}', names.join(', ')).replace('{url}', url ?? '—');
}
