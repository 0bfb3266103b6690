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

export function shownTime({ words }: Pick<View, 'words'>, at: unknown): string {
  const time = typeof at === 'number' ? at : typeof at === 'string' ? Date.parse(at) : Number.NaN;
  if (Number.isNaN(time)) return '';
  return new Intl.DateTimeFormat(words.lang, {
    timeZone: ZONE,
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(time);
}

export function shownMoney({ words }: Pick<View, 'words'>, amount: unknown, currency: unknown): string {
  const code = typeof currency === 'string' && /^[A-Z]{3}$/.test(currency) ? currency : 'RUB';
  return new Intl.NumberFormat(words.lang, {
    style: 'currency',
    currency: code,
    maximumFractionDigits: 2,
  }).format(Number(amount) || 0);
}

/** A field of an item as text; what is not there is nothing. */
export const shownText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';
