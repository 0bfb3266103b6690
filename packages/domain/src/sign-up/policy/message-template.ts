/** What a text may say of a sign-up. */
export const MESSAGE_FIELDS = [
  'address',
  'entrance',
  'city',
  'street',
  'house',
  'flat',
  'phone',
  'account',
  'services',
  'company',
  'reason',
] as const;
export type MessageField = (typeof MESSAGE_FIELDS)[number];
export type MessageFacts = Partial<Readonly<Record<MessageField, string | null>>>;

export type FilledText =
  | { readonly kind: 'text'; readonly text: string }
  /** As they stand in the text, each once. */
  | { readonly kind: 'unknown-fields'; readonly fields: readonly string[] };

const FIELD = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** The fields of a text that are none of these. */
export function unknownFields(text: string, known: readonly string[] = MESSAGE_FIELDS): string[] {
  const named = [...text.matchAll(FIELD)].map(([, name = '']) => name);
  return [...new Set(named)].filter((name) => !known.includes(name));
}

/** `{{flat}}` becomes the flat; what the facts do not say is left out, with the spaces that would stand double. */
export function fillText(
  text: string,
  facts: Readonly<Record<string, string | null | undefined>>,
  known: readonly string[] = MESSAGE_FIELDS,
): FilledText {
  const fields = unknownFields(text, known);
  if (fields.length > 0) return { kind: 'unknown-fields', fields };
  const filled = text.replace(FIELD, (_, name: string) => facts[name] ?? '');
  return { kind: 'text', text: filled.replace(/[ \t]{2,}/g, ' ').trim() };
}

/** An abonent who does not exist, to show a text before it is used. */
const EXAMPLE_FACTS: Readonly<Record<MessageField, string>> = {
  address: 'Иваново, Ташкентская, 100',
  entrance: 'Иваново, Ташкентская, 100, подъезд 2',
  city: 'Иваново',
  street: 'Ташкентская',
  house: '100',
  flat: '47',
  phone: '79000000001',
  account: '0001002',
  services: 'Домофон, Видеонаблюдение',
  company: 'Демо',
  reason: 'Дом не обслуживается',
};

/** How a text will read. */
export const previewMessage = (text: string, facts: MessageFacts = EXAMPLE_FACTS): FilledText =>
  fillText(text, facts);
