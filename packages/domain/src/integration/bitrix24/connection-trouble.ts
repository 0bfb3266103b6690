/** A language that people are spoken to in. */
export type Language = 'en' | 'ru';

/** Why a portal cannot be worked with until a person does something: what stands in `state_code`. */
export const CONNECTION_TROUBLES = {
  AUTHORIZATION_AWAITED: {
    en: 'Nobody has authorised the application yet: begin the authorisation and sign in at the portal.',
    ru: 'Приложение ещё не авторизовано: начните авторизацию и войдите на портал.',
  },
  WEBHOOK_REVOKED: {
    en: 'The portal does not know the webhook any more: it was deleted, changed by an administrator, or has expired. Make a new inbound webhook and enter its address.',
    ru: 'Портал больше не принимает вебхук: его удалили, изменил администратор или истёк срок. Создайте новый входящий вебхук и введите его адрес.',
  },
  AUTHORIZATION_LOST: {
    en: 'The portal does not accept the application’s authorisation any more. Authorise it anew.',
    ru: 'Портал больше не принимает авторизацию приложения. Авторизуйте его заново.',
  },
  APPLICATION_SECRET_WRONG: {
    en: 'The portal does not know the application: its client id or its secret is wrong. Enter both again.',
    ru: 'Портал не узнаёт приложение: неверен client_id или секрет. Введите их заново.',
  },
  APPLICATION_REMOVED: {
    en: 'The application was uninstalled from the portal. Install it again, then authorise it.',
    ru: 'Приложение удалено с портала. Установите его снова и авторизуйте.',
  },
  NOT_PAID: {
    en: 'The portal’s plan does not include the REST API, or its subscription has ended. It works again when it is paid.',
    ru: 'Тариф портала не даёт доступа к REST API, или подписка закончилась. После оплаты связь восстановится.',
  },
  PORTAL_GONE: {
    en: 'There is no such portal any more.',
    ru: 'Такого портала больше нет.',
  },
  PORTAL_BLOCKED: {
    en: 'Bitrix24’s support has blocked the REST API of this portal by hand. Write to them.',
    ru: 'Поддержка Битрикс24 вручную заблокировала REST API этого портала. Обратитесь к ним.',
  },
  ACCESS_UNUSABLE: {
    en: 'The stored access cannot be used. Enter it again.',
    ru: 'Сохранённый доступ не читается. Введите его заново.',
  },
} as const satisfies Record<string, Readonly<Record<Language, string>>>;

export type ConnectionTrouble = keyof typeof CONNECTION_TROUBLES;

export const isConnectionTrouble = (code: string): code is ConnectionTrouble =>
  Object.hasOwn(CONNECTION_TROUBLES, code);

/** In words for a person; null: it is none of these codes. */
export const troubleText = (code: string, language: Language): string | null =>
  isConnectionTrouble(code) ? CONNECTION_TROUBLES[code][language] : null;
