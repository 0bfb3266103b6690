import { fillText } from '../../sign-up/policy/message-template.ts';
import { CRM_FACTS, type CrmFacts } from './crm-facts.ts';
import type { MappedField } from './crm-mapping.ts';

/** What is sent: texts and numbers, never null: a batch cannot say it. `''` empties a field. */
export type PortalFields = Readonly<Record<string, string | number>>;

/** Where a fact begins and ends, and where one is missing: characters that no text has. */
const [BEGIN, END, MISSING] = ['\uE000', '\uE001', '\uE002'];
const MARKS = /[\uE000-\uE002]/g;
const LONELY_MARK = /[\s,;:–-]+$/u;
/** Behind it something else is said: a comma, a colon, a bracket, a line, the end of a sentence (not "кв. "). */
const BREAK = /[,;:(\n]|[.!?](?=\s+\p{Lu})/gu;

/** A template with what is known; what is not is left out, with the words that lead to it. */
export function filled(template: string, facts: CrmFacts): string {
  const marked = CRM_FACTS.map((name) => {
    const fact = facts[name]?.replace(MARKS, '');
    return [name, fact ? `${BEGIN}${fact}${END}` : MISSING];
  });
  const read = fillText(template.replace(MARKS, ''), Object.fromEntries(marked), CRM_FACTS);
  if (read.kind !== 'text') return '';
  let { text } = read;
  for (let at = text.indexOf(MISSING); at !== -1; at = text.indexOf(MISSING))
    text = joined(withoutLead(text.slice(0, at)), text.slice(at + 1));
  return text
    .replace(MARKS, '')
    .replace(/[ \t]{2,}/g, ' ')
    .replace(LONELY_MARK, '')
    .trim();
}

/** Without the words that lead to what is missing. */
function withoutLead(text: string): string {
  const begin = text.lastIndexOf(END) + 1;
  const breaks = [...text.slice(begin).matchAll(BREAK)];
  // "Flat: " leads to the flat as a whole, unless it is what the text begins with.
  const last = breaks.findLast(([mark]) => mark !== ':') ?? breaks.at(-1);
  // The words that a text begins with stand for all of it: "Заявка".
  if (last === undefined) return begin === 0 ? text : text.slice(0, begin);
  return text.slice(0, begin + last.index + (/[,;]/.test(last[0]) ? 0 : 1));
}

/** With what comes next, but for a mark that separates nothing any more. */
function joined(text: string, next: string): string {
  const before = text.trimEnd();
  const [, mark = '', rest = ''] = /^\s*([.,;:!?)]?)([^]*)$/.exec(next) ?? [];
  if (mark === '') return /\n\s*$/.test(text) ? text + next.replace(/^[ \t]*\n/, '') : text + next;
  if (before.endsWith('('))
    return mark === ')' ? before.slice(0, -1).trimEnd() + rest : before + rest.trimStart();
  const isAlone = before === '' || /[.!?]$/.test(before) || (/[,;:]/.test(mark) && before.endsWith(':'));
  return isAlone && mark !== ')' ? before + rest : before.replace(LONELY_MARK, '') + mark + rest;
}

/** The user fields of a contact or deal, by name. */
export function userFields(
  fields: readonly MappedField[],
  facts: CrmFacts,
  currency: string,
): Record<string, string | number> {
  return Object.fromEntries(
    fields.map(({ field, value, type }) => [field, asPortal(filled(value, facts), type, currency)]),
  );
}

/** As the portal takes it by the field's type. A flag filters as 1 and 0 and is written so. */
function asPortal(text: string, type: MappedField['type'], currency: string): string | number {
  if (text === '') return '';
  if (type === 'boolean') return /^(y|yes|1|true|да)$/i.test(text) ? 1 : 0;
  if (type === 'double') return Number.isFinite(Number(text)) ? Number(text) : '';
  if (type === 'money') return Number.isFinite(Number(text)) ? `${text}|${currency}` : '';
  if (type === 'date') return /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0] ?? '';
  return text;
}
