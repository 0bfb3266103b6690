import type { Language } from '../integration/bitrix24/connection-trouble.ts';

interface Words {
  /** What is so. */
  readonly message: string;
  /** What to do about it; null: nothing, it passes by itself. */
  readonly advice: string | null;
}

/** What a part may have, each in words for a person. */
const WORDS = {
  FEED_HELD: {
    en: {
      message:
        'A transaction in the database has been open for long: nothing new is shown live until it ends.',
      advice: 'Look in pg_stat_activity for the oldest transaction that writes, and end what it belongs to.',
    },
    ru: {
      message: 'В базе давно открыта транзакция: пока она не завершится, новое не показывается вживую.',
      advice:
        'Найдите в pg_stat_activity самую старую пишущую транзакцию и завершите то, чему она принадлежит.',
    },
  },
  NO_CONSUMER: {
    en: {
      message: 'No consumer process is alive: nothing is read and nothing is sent.',
      advice: 'Start apps/consumer; if it runs, look in its log why it cannot reach the database.',
    },
    ru: {
      message: 'Нет ни одного живого процесса consumer: ничего не читается и не отправляется.',
      advice: 'Запустите apps/consumer; если он запущен, посмотрите в его журнале, почему он не видит базу.',
    },
  },
  SEARCH_NOT_BEGUN: {
    en: {
      message: 'Nothing has been made searchable yet.',
      advice: 'A consumer process does it soon after its start: see whether one is alive.',
    },
    ru: {
      message: 'Поиск ещё не наполнен.',
      advice: 'Это делает процесс consumer вскоре после запуска: проверьте, жив ли он.',
    },
  },
  SEARCH_BEHIND: {
    en: { message: 'Messages that came lately cannot be found yet.', advice: null },
    ru: { message: 'Недавние сообщения пока не находятся поиском.', advice: null },
  },
  SEARCH_FILLING: {
    en: { message: 'Older rows are still being made searchable; what is new can be found.', advice: null },
    ru: { message: 'Старые записи ещё добавляются в поиск; новые уже находятся.', advice: null },
  },
  INTEGRATION_PAUSED: {
    en: { message: 'Somebody paused the integration.', advice: 'resumeIntegration lets it go on.' },
    ru: { message: 'Интеграция приостановлена человеком.', advice: 'Её продолжает resumeIntegration.' },
  },
  INTEGRATION_BROKEN: {
    en: {
      message: 'The integration cannot work as it is set up.',
      advice: 'Its stateReason says why; testIntegration shows step by step what is wrong.',
    },
    ru: {
      message: 'Интеграция не может работать с такими настройками.',
      advice: 'Причина — в stateReason; testIntegration покажет по шагам, что не так.',
    },
  },
  INTAKE_SILENT: {
    en: {
      message: 'No process says that it reads the topics of the integration.',
      advice: 'See whether a consumer process is alive, and what its log says about this integration.',
    },
    ru: {
      message: 'Ни один процесс не сообщает, что читает топики интеграции.',
      advice: 'Проверьте, жив ли процесс consumer и что в его журнале об этой интеграции.',
    },
  },
  INTAKE_STARTING: {
    en: { message: 'The intake begins.', advice: null },
    ru: { message: 'Приём событий начинается.', advice: null },
  },
  TOPICS_MISSING: {
    en: {
      message: 'The broker has none of the topics yet.',
      advice: 'Check the company’s short name, or ask the operator of the broker to create them.',
    },
    ru: {
      message: 'У брокера пока нет ни одного из топиков.',
      advice: 'Проверьте короткое имя компании или попросите оператора брокера создать их.',
    },
  },
  INTAKE_FAILING: {
    en: {
      message: 'The broker cannot be read.',
      advice: 'cause says what failed: check the broker’s address, the network and that it runs.',
    },
    ru: {
      message: 'Не удаётся читать у брокера.',
      advice: 'Что не получилось, говорит cause: проверьте адрес брокера, сеть и что он запущен.',
    },
  },
  STORING_FAILED: {
    en: {
      message: 'Events are read, and cannot be stored. None is lost: they are tried again.',
      advice: 'The consumer’s log says why: look for rejected chunks.',
    },
    ru: {
      message: 'События читаются, но не сохраняются. Ничего не теряется: попытки повторяются.',
      advice: 'Причина — в журнале consumer: ищите отклонённые порции.',
    },
  },
  INTAKE_BEHIND: {
    en: {
      message: 'Events wait to be read for over a minute.',
      advice: 'consumerLag shows how many. If the number grows, the database or the process is too slow.',
    },
    ru: {
      message: 'События ждут чтения больше минуты.',
      advice: 'Сколько их — в consumerLag. Если число растёт, база или процесс не успевают.',
    },
  },
  SENDS_NOTHING: {
    en: {
      message: 'The integration only reads: it sends nothing (SHADOW).',
      advice: 'resumeIntegration lets it send.',
    },
    ru: {
      message: 'Интеграция читает, но ничего не отправляет (SHADOW).',
      advice: 'Отправку включает resumeIntegration.',
    },
  },
  TARGET_PAUSED: {
    en: { message: 'Somebody paused the target: deliveries wait.', advice: 'resumeTarget lets them go.' },
    ru: {
      message: 'Отправка приостановлена человеком: доставки ждут.',
      advice: 'Её продолжает resumeTarget.',
    },
  },
  TARGET_FAILING: {
    en: {
      message:
        'The service failed several times in a row and is spared. Deliveries wait without spending attempts.',
      advice: 'cause says how it failed. It is tried again by itself; if that goes on, ask its operator.',
    },
    ru: {
      message: 'Сервис несколько раз подряд не ответил, его щадят. Доставки ждут и не тратят попыток.',
      advice: 'Как он отказал, говорит cause. Попытки идут сами; если это длится, спросите его оператора.',
    },
  },
  TARGET_RESTING: {
    en: { message: 'The service asked for a rest, and gets it.', advice: null },
    ru: { message: 'Сервис попросил паузу и получает её.', advice: null },
  },
  DELIVERIES_LATE: {
    en: {
      message: 'Deliveries have been due for over a minute and are not sent.',
      advice: 'deliveryTargets shows how many wait, and at what rate they go.',
    },
    ru: {
      message: 'Доставки ждут отправки больше минуты.',
      advice: 'Сколько их и с какой скоростью они идут — в deliveryTargets.',
    },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, Words>>>>;

export type HealthCode = keyof typeof WORDS;
export const HEALTH_CODES = Object.keys(WORDS) as HealthCode[];

const FINE: Readonly<Record<Language, string>> = { en: 'All is well.', ru: 'Всё в порядке.' };

/** Null: nothing is wrong. */
export const healthWords = (code: HealthCode | null, language: Language): Words =>
  code === null ? { message: FINE[language], advice: null } : WORDS[code][language];
