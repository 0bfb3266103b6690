import type { IssueSubject } from '@domovoy/store';
import { type Language, troubleText } from '../integration/bitrix24/connection-trouble.ts';

interface Words {
  /** What is so. */
  readonly message: string;
  /** What to do about it. */
  readonly advice: string;
}
type InLanguages = Readonly<Record<Language, Words>>;

const SEND_AGAIN: Readonly<Record<Language, string>> = {
  en: 'When the cause is gone, send them again: redeliver for one, redeliverMatching for all.',
  ru: 'Когда причина устранена, отправьте снова: redeliver — одну, redeliverMatching — все.',
};

/** Why deliveries die, in words for a person. */
const WORDS = {
  UNREACHABLE: {
    en: {
      message: 'The service did not answer, or failed, at every attempt.',
      advice: `health tells whether it works again. ${SEND_AGAIN.en}`,
    },
    ru: {
      message: 'Сервис не отвечал или отказывал при каждой попытке.',
      advice: `Работает ли он снова, говорит health. ${SEND_AGAIN.ru}`,
    },
  },
  LIMITED: {
    en: {
      message: 'The service takes no more for now: its quota is spent.',
      advice: `See in deliveryTargets how much it allows. ${SEND_AGAIN.en}`,
    },
    ru: {
      message: 'Сервис пока больше не принимает: исчерпан лимит.',
      advice: `Сколько он позволяет, видно в deliveryTargets. ${SEND_AGAIN.ru}`,
    },
  },
  NO_ACCESS: {
    en: {
      message: 'The service does not let the hub do this: the access is wrong or permits too little.',
      advice: `testIntegration shows step by step what is wrong. ${SEND_AGAIN.en}`,
    },
    ru: {
      message: 'Сервис не пускает: доступ неверен или прав недостаточно.',
      advice: `testIntegration покажет по шагам, что не так. ${SEND_AGAIN.ru}`,
    },
  },
  REFUSED: {
    en: {
      message: 'The service refuses what it is asked for.',
      advice: `The answer stands in the attempts of the sample. ${SEND_AGAIN.en}`,
    },
    ru: {
      message: 'Сервис отклоняет запрос.',
      advice: `Его ответ — в попытках доставок из sample. ${SEND_AGAIN.ru}`,
    },
  },
  GONE: {
    en: {
      message: 'The service does not know what this is about: it was deleted there, or never made.',
      advice: 'See in the sample what each is about. What is gone for good: resolve the issue.',
    },
    ru: {
      message: 'Сервис не знает объекта: он удалён или не был создан.',
      advice: 'О чём каждая доставка, видно в sample. Если объекта больше нет, закройте проблему.',
    },
  },
  UNREADABLE: {
    en: {
      message: 'The service answers in a way that the hub does not understand.',
      advice:
        'Nobody knows whether it had an effect: look at the service, then send again or resolve. Tell the developers of the hub.',
    },
    ru: {
      message: 'Ответ сервиса непонятен.',
      advice:
        'Был ли эффект, неизвестно: проверьте в самом сервисе, затем отправьте снова или закройте проблему. Сообщите разработчикам.',
    },
  },
  UNKNOWN_OUTCOME: {
    en: {
      message: 'No attempt told how it ended: the processes that made them died or hung.',
      advice: `See in the consumer’s log why. It may have been done: look at the service first. ${SEND_AGAIN.en}`,
    },
    ru: {
      message: 'Ни одна попытка не сообщила, чем кончилась: процессы упали или зависли.',
      advice: `Почему — в журнале consumer. Эффект мог быть: сначала проверьте в сервисе. ${SEND_AGAIN.ru}`,
    },
  },
  RECIPIENT: {
    en: {
      message: 'The recipients cannot be reached in this way.',
      advice: 'Call them, or resolve the issue.',
    },
    ru: { message: 'Получателям так не написать.', advice: 'Позвоните им или закройте проблему.' },
  },
  NUMBER_TAKEN: {
    en: {
      message: 'The number of the account belongs to somebody else’s account.',
      advice: 'Choose another number, or check whose the account is.',
    },
    ru: {
      message: 'Номер лицевого счёта занят чужим счётом.',
      advice: 'Выберите другой номер или проверьте, чей это счёт.',
    },
  },
  BEFORE_IT: {
    en: {
      message: 'What it builds on is not there: an earlier delivery failed.',
      advice: 'See to that one first; then send these again.',
    },
    ru: {
      message: 'Нет того, на чём она строится: не удалась предыдущая доставка.',
      advice: 'Сначала разберитесь с ней, затем отправьте эти снова.',
    },
  },
  OURS: {
    en: {
      message: 'The hub failed at it by itself.',
      advice: `The consumer’s log says how: tell the developers of the hub. ${SEND_AGAIN.en}`,
    },
    ru: {
      message: 'Сбой в самом Домовом.',
      advice: `Подробности — в журнале consumer: сообщите разработчикам. ${SEND_AGAIN.ru}`,
    },
  },
  OTHER: {
    en: {
      message: 'It failed for good, or too often.',
      advice: `What was answered stands in the attempts of the sample. ${SEND_AGAIN.en}`,
    },
    ru: {
      message: 'Не удалось окончательно или слишком много раз.',
      advice: `Что ответили — в попытках доставок из sample. ${SEND_AGAIN.ru}`,
    },
  },
} as const satisfies Readonly<Record<string, InLanguages>>;

const EVENTS: InLanguages = {
  en: {
    message: 'Events of this topic cannot be read; the others went on.',
    advice:
      'reason says what is wrong. After the hub has learnt to read them, reprocessEvent takes them in; if they are wrong, tell who sends them, and resolve the issue.',
  },
  ru: {
    message: 'События этого топика не читаются; остальные прошли.',
    advice:
      'Что не так — в reason. Когда хаб научится их читать, их примет reprocessEvent; если ошибка в самих событиях, сообщите отправителю и закройте проблему.',
  },
};

/** By the code without the name of whoever it comes from. */
const CAUSES: Readonly<Record<string, keyof typeof WORDS>> = {
  CONNECTION: 'UNREACHABLE',
  TIMEOUT: 'UNREACHABLE',
  SERVER: 'UNREACHABLE',
  UNREACHABLE: 'UNREACHABLE',
  RATE_LIMIT: 'LIMITED',
  OPERATING_LIMIT: 'LIMITED',
  AUTHENTICATION: 'NO_ACCESS',
  AUTHENTICATION_FAILED: 'NO_ACCESS',
  CREDENTIALS_REFUSED: 'NO_ACCESS',
  FORBIDDEN: 'NO_ACCESS',
  REAUTHORISE: 'NO_ACCESS',
  TOKEN_EXPIRED: 'NO_ACCESS',
  TOPIC_FORBIDDEN: 'NO_ACCESS',
  INTEGRATION_CONFIG_INVALID: 'NO_ACCESS',
  REJECTED: 'REFUSED',
  CONFLICT: 'REFUSED',
  API: 'REFUSED',
  RECORD_REFUSED: 'REFUSED',
  RECORD_TOO_LARGE: 'REFUSED',
  NOT_FOUND: 'GONE',
  RESPONSE_INVALID: 'UNREADABLE',
  LEASE_EXPIRED: 'UNKNOWN_OUTCOME',
  ATTEMPTS_SPENT: 'UNKNOWN_OUTCOME',
  RECIPIENT_REFUSED: 'RECIPIENT',
  ACCOUNT_NUMBER_TAKEN: 'NUMBER_TAKEN',
  CONTACT_MISSING: 'BEFORE_IT',
  DEAL_MISSING: 'BEFORE_IT',
  PLAN_INCOMPLETE: 'BEFORE_IT',
  HANDLER_FAILED: 'OURS',
  SETTLING_REFUSED: 'OURS',
};

/** `why` as the issue has it. What is not known by name is told in general words, never by its code alone. */
export function issueWords(subject: IssueSubject, why: string, language: Language): Words {
  if (subject === 'event') return EVENTS[language];
  const message = troubleText(why, language);
  if (message !== null) return { message, advice: SEND_AGAIN[language] };
  const cause = CAUSES[why.replace(/^(ROSDOMOFON|BITRIX24|KAFKA)_/, '')] ?? 'OTHER';
  return WORDS[cause][language];
}
