import { uuidOfName } from './random.ts';
import type { AddressWire } from './wire.ts';

type Street = AddressWire['street'];
type House = AddressWire['house'];

/** A house of a street of a city: everything of an address but the flat. */
export interface Place {
  country: AddressWire['country'];
  city: string;
  timeZone: string;
  street: Street;
  house: House;
}

interface CityRow {
  city: string;
  country: keyof typeof COUNTRIES;
  timeZone: string;
  /** Russian cities: the first 11 digits of a KLADR code. Kazakh ones: the beginning of a universal code. */
  code: string;
  /** Street to houses. A house is a number and, behind it, `к` housing, `с` building, `б` block. */
  streets: Readonly<Record<string, string>>;
}

const COUNTRIES = {
  RU: { shortName: 'RU', name: 'Россия' },
  KZ: { shortName: 'KZ', name: 'Казахстан' },
} as const;

const CITIES: readonly CityRow[] = [
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

/** Streets and houses have the same ids and codes in every run: they are places, not events. The codes are invented. */
export const PLACES: readonly [Place, ...Place[]] = atLeastOne(CITIES.flatMap(placesOf));

function placesOf(row: CityRow, cityIndex: number): Place[] {
  return Object.entries(row.streets).flatMap(([name, houses], streetIndex) => {
    const street = streetOf(row, name, 7000 + cityIndex * 10 + streetIndex);
    return houses.split(', ').map((text, houseIndex) => ({
      country: COUNTRIES[row.country],
      city: row.city,
      timeZone: row.timeZone,
      street,
      house: { id: street.id * 10 + houseIndex, ...houseOf(text) },
    }));
  });
}

function streetOf(row: CityRow, name: string, id: number): Street {
  if (row.country === 'KZ') return { id, name, universalCode: `${row.code}:${id}` };
  return { id, name, codeKladr: `${row.code}${id}00`, codeFias: uuidOfName(`${row.city}, ${name}`) };
}

function houseOf(text: string): Omit<House, 'id'> {
  const part = (letter: string) => new RegExp(`${letter}([0-9А-Я]+)`).exec(text)?.[1] ?? '';
  const number = /^[0-9]+(?:\/[0-9]+)?[А-Я]?/.exec(text)?.[0] ?? text;
  return { number, block: part('б'), building: part('с'), housing: part('к') };
}

function atLeastOne<T>(list: readonly T[]): [T, ...T[]] {
  const [first, ...rest] = list;
  if (first === undefined) throw new RangeError('the table of places is empty');
  return [first, ...rest];
}
