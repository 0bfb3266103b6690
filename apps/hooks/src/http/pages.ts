/** What a person sees who comes back from the portal. Without a script, without anything from elsewhere. */
const PAGES = {
  accepted: {
    en: [
      'Domovoy is authorised',
      'The connection is being completed. You can close this page and go back to Domovoy.',
    ],
    ru: ['Домовой авторизован', 'Подключение завершается. Эту страницу можно закрыть и вернуться в Домовой.'],
  },
  unknown: {
    en: [
      'This link is not valid any more',
      'Begin the authorisation again in Domovoy: a link works once and for 15 minutes.',
    ],
    ru: [
      'Ссылка больше не действует',
      'Начните авторизацию в Домовом заново: ссылка работает один раз и 15 минут.',
    ],
  },
  'no-key': {
    en: [
      'Domovoy cannot keep the authorisation',
      'Its administrator has to start the hooks process with ENCRYPTION_KEY.',
    ],
    ru: [
      'Домовой не может сохранить авторизацию',
      'Администратору нужно запустить процесс hooks с ENCRYPTION_KEY.',
    ],
  },
  throttled: {
    en: [
      'Too many attempts',
      'Too many links that are not valid came from your network. Open this page again later.',
    ],
    ru: [
      'Слишком много попыток',
      'Из вашей сети пришло слишком много недействительных ссылок. Откройте эту страницу позже.',
    ],
  },
} as const;

type Page = keyof typeof PAGES;

export const STATUS_OF_PAGE: Readonly<Record<Page, number>> = {
  accepted: 200,
  unknown: 400,
  'no-key': 503,
  throttled: 429,
};

export function pageOf(page: Page, acceptLanguage: string | undefined): string {
  const language = /^\s*(ru|be|uk|kk)\b/i.test(acceptLanguage ?? '') ? 'ru' : 'en';
  const [title, text] = PAGES[page][language];
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><body style="font-family:sans-serif;max-width:36rem;margin:4rem auto;padding:0 1rem"><h1>${title}</h1><p>${text}</p></body></html>`;
}

/** What an administrator of a portal sees behind the connector's icon: there is nothing to set over there. */
export const CONNECTOR_PAGE =
  '<!doctype html><html lang="ru"><meta charset="utf-8"><title>Домовой</title><body style="font-family:sans-serif;padding:1rem"><h1>Домовой</h1>' +
  '<p>Коннектор настраивается в Домовом: раздел «Интеграции». Здесь менять нечего.</p></body></html>';

/**
 * The page that a portal shows while it installs an application with pages: the portal's own script tells it that the
 * installation is finished. No event is sent before that.
 */
export const INSTALLATION_PAGE =
  '<!doctype html><html><meta charset="utf-8"><title>Domovoy</title><script src="https://api.bitrix24.com/api/v1/"></script>' +
  '<body style="font-family:sans-serif">Domovoy<script>if (window.BX24) BX24.init(function () { BX24.installFinish(); });</script></body></html>';
