export type CountryCode = 'RU' | 'KZ';

export interface CityRow {
  city: string;
  country: CountryCode;
  timeZone: string;
  /** Russian cities: the first 11 digits of a KLADR code. Kazakh ones: the beginning of a universal code. */
  code: string;
  /** Street to houses. A house is a number and, behind it, `к` housing, `с` building, `б` block. */
  streets: Readonly<Record<string, string>>;
}

export const CITIES: readonly CityRow[] = [
  {
    city: 'Иваново',
    country: 'RU',
    timeZone: 'Europe/Moscow +03:00',
    code: '37000001000',
    streets: {
      Ташкентская: '84, 84А, 100, 1, 11, 111',
      'Карла Маркса': '14, 14к2, 16с1',
      '2-я Сосневская': '97, 99/2',
    },
  },
  {
    city: 'Тула',
    country: 'RU',
    timeZone: 'Europe/Moscow +03:00',
    code: '71000001000',
    streets: {
      Октябрьская: '48к1, 48к2, 50',
      'имени Н. И. Пирогова': '7, 9бБ',
      'Красноармейский проспект': '21, 25',
    },
  },
  {
    city: 'Ярославль',
    country: 'RU',
    timeZone: 'Europe/Moscow +03:00',
    code: '76000001000',
    streets: { Чкалова: '2, 34к2, 34к3', 'Ленинградский проспект': '52, 52к2с1, 117' },
  },
  {
    city: 'Казань',
    country: 'RU',
    timeZone: 'Europe/Moscow +03:00',
    code: '16000001000',
    streets: { Чистопольская: '20/12, 61А, 83', 'Юлиуса Фучика': '90, 106, 106А' },
  },
  {
    city: 'Санкт-Петербург',
    country: 'RU',
    timeZone: 'Europe/Moscow +03:00',
    code: '78000000000',
    streets: { Будапештская: '8к1, 8к4, 104к1бА', 'проспект Энгельса': '93, 154, 154с2' },
  },
  {
    city: 'Самара',
    country: 'RU',
    timeZone: 'Europe/Samara +04:00',
    code: '63000001000',
    streets: { 'Ново-Садовая': '106к155, 271, 305А', 'Стара-Загора': '124, 225' },
  },
  {
    city: 'Екатеринбург',
    country: 'RU',
    timeZone: 'Asia/Yekaterinburg +05:00',
    code: '66000001000',
    streets: { '8 Марта': '171, 185с1, 204Г', Щербакова: '18, 20, 77А' },
  },
  {
    city: 'Новосибирск',
    country: 'RU',
    timeZone: 'Asia/Novosibirsk +07:00',
    code: '54000001000',
    streets: { 'Дуси Ковальчук': '238, 250, 272/1', Гоголя: '15, 44' },
  },
  {
    city: 'Владивосток',
    country: 'RU',
    timeZone: 'Asia/Vladivostok +10:00',
    code: '25000001000',
    streets: { Русская: '5, 57А, 65бВ', 'Народный проспект': '11, 43к2' },
  },
  {
    city: 'Астана',
    country: 'KZ',
    timeZone: 'Asia/Almaty +05:00',
    code: '71:1908',
    streets: { Сыганак: '10, 16/1, 25', Кенесары: '40, 70А' },
  },
  {
    city: 'Алматы',
    country: 'KZ',
    timeZone: 'Asia/Almaty +05:00',
    code: '75:1910',
    streets: { 'Толе би': '189, 286/2, 293к1', 'микрорайон Аксай-4': '34, 77, 111' },
  },
];

/** Streets that every city has: without the city a street says little. Two of them differ in nothing but initials. */
export const COMMON_STREETS = [
  'Ленина',
  'Мира',
  'Советская',
  'Гагарина',
  'Академика Королёва',
  'проспект Строителей',
  '1-я Заводская',
  '50 лет Октября',
] as const;
