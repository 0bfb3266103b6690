import type { Language } from '../../integration/bitrix24/connection-trouble.ts';

/** Why a CRM was not told of changes when they happened. They are told anew; a person may want to know. */
const MISSED_REASONS = {
  FEED_FORGOTTEN: {
    en: 'The connection was paused or unattended for longer than changes are kept. What changed meanwhile (sign-ups, accounts, services, messages) is told to the portal as it is now; steps in between are left out.',
    ru: 'Подключение было на паузе или без присмотра дольше, чем хранятся изменения. Всё, что изменилось за это время (заявки, лицевые счета, услуги, сообщения), передаётся на портал в текущем виде, без промежуточных шагов.',
  },
  FEED_RESTARTED: {
    en: 'The hub’s database was restored or moved to another server. What changed shortly before and since then is told to the portal again; what it knows already is not doubled.',
    ru: 'База данных хаба восстановлена из копии или перенесена на другой сервер. Изменения незадолго до этого и после передаются на портал ещё раз; то, что там уже есть, не дублируется.',
  },
} as const satisfies Record<string, Readonly<Record<Language, string>>>;

export type MissedReason = keyof typeof MISSED_REASONS;

/** In words for a person; a code of a later version as it is. */
export const missedText = (reason: string, language: Language): string =>
  Object.hasOwn(MISSED_REASONS, reason) ? MISSED_REASONS[reason as MissedReason][language] : reason;
