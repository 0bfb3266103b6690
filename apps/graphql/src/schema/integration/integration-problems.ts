import type { AccessProblem, Language } from '@domovoy/domain';
import type { IntegrationInvalidError } from '../types.generated.ts';
import type { IntegrationProblemMapper } from './schema.mappers.ts';

type Problem = AccessProblem['code'] | 'OTHER_PORTAL';

const WORDS: Readonly<Record<Problem, Readonly<Record<Language, string>>>> = {
  ACCESS_MISSING: {
    en: 'Give the address of an inbound webhook, or an application.',
    ru: 'Укажите адрес входящего вебхука или приложение.',
  },
  ACCESS_TWICE: {
    en: 'Give either the address of a webhook or an application, not both.',
    ru: 'Укажите либо адрес вебхука, либо приложение, но не оба.',
  },
  WEBHOOK_URL_INVALID: {
    en: 'This is no address of an inbound webhook: https://company.bitrix24.ru/rest/1/…/ is what one looks like.',
    ru: 'Это не адрес входящего вебхука: он выглядит как https://company.bitrix24.ru/rest/1/…/.',
  },
  PORTAL_INVALID: {
    en: 'This is no address of a portal: https://company.bitrix24.ru is what one looks like.',
    ru: 'Это не адрес портала: он выглядит как https://company.bitrix24.ru.',
  },
  CLIENT_INVALID: {
    en: 'The application’s client id and secret are both needed.',
    ru: 'Нужны и client_id, и секрет приложения.',
  },
  CHAT_TAKES_APPLICATION: {
    en: 'An open line takes an application; by a webhook comments on the contact are possible (TIMELINE).',
    ru: 'Открытой линии нужно приложение; через вебхук возможны комментарии к контакту (TIMELINE).',
  },
  CONNECTOR_INVALID: {
    en: 'A connector’s id has letters a–z, digits and _, 40 at most; a line’s id is a positive number.',
    ru: 'Идентификатор коннектора — латинские буквы a–z, цифры и _, не более 40; линия — положительное число.',
  },
  OTHER_PORTAL: {
    en: 'This is another portal. Connect it as an integration of its own: what is linked belongs to this one.',
    ru: 'Это другой портал. Подключите его отдельно: связанные записи относятся к этому.',
  },
};

export const problemText = (problem: string, language: Language): string =>
  Object.hasOwn(WORDS, problem) ? WORDS[problem as Problem][language] : problem;

export const integrationInvalidError = (
  problems: readonly { readonly path: string; readonly code: Problem }[],
): Omit<IntegrationInvalidError, 'problems'> & {
  __typename: 'IntegrationInvalidError';
  problems: IntegrationProblemMapper[];
} => ({
  __typename: 'IntegrationInvalidError',
  code: 'INTEGRATION_INVALID',
  message: 'What was given is no access to a portal.',
  path: ['input'],
  problems: problems.map(({ path, code }) => ({ path, problem: code })),
});
