import { fillText } from '../../sign-up/policy/message-template.ts';
import { CRM_FACTS, type CrmFacts } from './crm-facts.ts';
import type { MappedField } from './crm-mapping.ts';

/** What is sent: texts and numbers, never null: a batch cannot say it. `''` empties a field. */
export type PortalFields = Readonly<Record<string, string | number>>;

/** Words that say nothing alone, and then what separates nothing any more. */
const LONELY_WORD = /(?:^|[\s,])(?:кв\.|flat)$/u;
const LONELY_MARK = /[\s,;:–-]+$/u;

/** A template with what is known; what is not is left out, with the words before it. */
export function filled(template: string, facts: CrmFacts): string {
  const text = fillText(template, facts, CRM_FACTS);
  return text.kind === 'text'
    ? text.text.replace(LONELY_MARK, '').replace(LONELY_WORD, '').replace(LONELY_MARK, '')
    : '';
}

/** The user fields of a contact or deal, by name. */
export function userFields(
  fields: readonly MappedField[],
  facts: CrmFacts,
  currency: string,
): Record<string, string | number> {
  return Object.fromEntries(
    fields.map(({ field, value, type }) => {
      const text = fillText(value, facts, CRM_FACTS);
      return [field, asPortal(text.kind === 'text' ? text.text : '', type, currency)];
    }),
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
