import { type Status, stagePrefixOf } from '../crm/directories/statuses.ts';

type Entry = Omit<Status, 'id'>;
type Stage = readonly [statusId: string, name: string, semantics: Status['semantics'], color?: string];

const directory = (entityId: string, stages: readonly Stage[], prefix = ''): Entry[] =>
  stages.map(([statusId, name, semantics, color = ''], index) => ({
    entityId,
    statusId: `${prefix}${statusId}`,
    name,
    sort: (index + 1) * 10,
    semantics,
    isSystem: true,
    color,
  }));

const plain = (...names: readonly (readonly [string, string])[]): Stage[] =>
  names.map(([statusId, name]) => [statusId, name, null]);

const DEAL_STAGES: readonly Stage[] = [
  ['NEW', 'Новая', null, '#39A8EF'],
  ['PREPARATION', 'Подготовка документов', null, '#2FC6F6'],
  ['PREPAYMENT_INVOICE', 'Счёт на предоплату', null, '#55D0E0'],
  ['EXECUTING', 'В работе', null, '#47E4C2'],
  ['FINAL_INVOICE', 'Финальный счёт', null, '#FFA900'],
  ['WON', 'Сделка успешна', 'S', '#7BD500'],
  ['LOSE', 'Сделка провалена', 'F', '#FF5752'],
  ['APOLOGY', 'Анализ причины провала', 'F', '#FF5752'],
];

const SMART_PROCESS_STAGES: readonly Stage[] = [
  ['NEW', 'Начало', null, '#22B9FF'],
  ['PREPARATION', 'Подготовка', null, '#88B9FF'],
  ['CLIENT', 'Согласование', null, '#10E5FC'],
  ['SUCCESS', 'Успех', 'S', '#00FF00'],
  ['FAIL', 'Провал', 'F', '#FF0000'],
];

/** The stages of a pipeline that somebody makes. */
export const stagesOfNewDealCategory = (categoryId: number): Entry[] =>
  directory(`DEAL_STAGE_${categoryId}`, DEAL_STAGES, stagePrefixOf(2, categoryId));
export const stagesOfNewSmartProcess = (entityTypeId: number, categoryId: number): Entry[] =>
  directory(
    `DYNAMIC_${entityTypeId}_STAGE_${categoryId}`,
    SMART_PROCESS_STAGES,
    stagePrefixOf(entityTypeId, categoryId),
  );

export const FIRST_STATUSES: readonly Entry[] = [
  ...directory('STATUS', [
    ['NEW', 'Не обработан', null, '#39A8EF'],
    ['IN_PROCESS', 'В работе', null, '#2FC6F6'],
    ['PROCESSED', 'Обработан', null, '#55D0E0'],
    ['CONVERTED', 'Качественный лид', 'S', '#7BD500'],
    ['JUNK', 'Некачественный лид', 'F', '#FF5752'],
  ]),
  ...directory('DEAL_STAGE', DEAL_STAGES),
  ...stagesOfNewSmartProcess(1046, 1),
  ...directory(
    'SOURCE',
    plain(
      ['CALL', 'Звонок'],
      ['EMAIL', 'Электронная почта'],
      ['WEB', 'Веб-сайт'],
      ['ADVERTISING', 'Реклама'],
      ['PARTNER', 'Существующий клиент'],
      ['RECOMMENDATION', 'По рекомендации'],
      ['TRADE_SHOW', 'Выставка'],
      ['WEBFORM', 'CRM-форма'],
      ['CALLBACK', 'Обратный звонок'],
      ['RC_GENERATOR', 'Генератор продаж'],
      ['STORE', 'Интернет-магазин'],
      ['OTHER', 'Другое'],
    ),
  ),
  ...directory(
    'CONTACT_TYPE',
    plain(['CLIENT', 'Клиенты'], ['SUPPLIER', 'Поставщики'], ['PARTNER', 'Партнёры'], ['OTHER', 'Другое']),
  ),
  ...directory(
    'COMPANY_TYPE',
    plain(['CUSTOMER', 'Клиент'], ['SUPPLIER', 'Поставщик'], ['PARTNER', 'Партнёр'], ['OTHER', 'Другое']),
  ),
  ...directory(
    'DEAL_TYPE',
    plain(
      ['SALE', 'Продажа'],
      ['COMPLEX', 'Комплексная продажа'],
      ['SERVICES', 'Услуги'],
      ['SERVICE', 'Сервисное обслуживание'],
    ),
  ),
  ...directory('HONORIFIC', plain(['HNR_RU_1', 'г-н'], ['HNR_RU_2', 'г-жа'])),
];
