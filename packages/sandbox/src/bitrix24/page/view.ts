import type { PortalContext } from '../portal-context.ts';
import type { Html } from './html.ts';
import type { Words } from './words.ts';

/** What a page is made from. */
export interface View {
  context: PortalContext;
  words: Words;
  /** Of the request, each as text. */
  query: Readonly<Record<string, string | undefined>>;
  /** An address of this portal, in the language that was asked for. */
  link: (path: string) => string;
}

export interface Page {
  title: string;
  /** Which entry of the navigation it belongs to. */
  section: string;
  body: Html;
}

const ZONE = 'Europe/Moscow';
const FORMATS = {
  moment: { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
  second: { hour: '2-digit', minute: '2-digit', second: '2-digit' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** A sandbox seldom lives longer than a year. */
export function shownTime({ words }: View, at: unknown, format: keyof typeof FORMATS = 'moment'): string {
  const time = typeof at === 'number' ? at : typeof at === 'string' ? Date.parse(at) : Number.NaN;
  if (Number.isNaN(time)) return '';
  return new Intl.DateTimeFormat(words.lang, { timeZone: ZONE, ...FORMATS[format] }).format(time);
}

export function shownMoney({ words }: View, amount: unknown, currency: unknown): string {
  const code = typeof currency === 'string' && /^[A-Z]{3}$/.test(currency) ? currency : 'RUB';
  return new Intl.NumberFormat(words.lang, {
    style: 'currency',
    currency: code,
    minimumFractionDigits: Number.isInteger(Number(amount)) ? 0 : 2,
    maximumFractionDigits: 2,
  }).format(Number(amount) || 0);
}

/** A field of an item as text; what is not there is nothing. */
export const shownText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';
