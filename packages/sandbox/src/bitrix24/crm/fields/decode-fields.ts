import type { MultifieldRecord } from '../items/item-row.ts';
import { classicEdits, itemEdits, MULTIFIELD_TYPES } from '../items/multifields.ts';
import { decodeValue } from './decode-value.ts';
import type { FieldSet } from './fields-of.ts';

/** What a caller wants an item to have. */
export interface DecodedFields {
  /** As rows keep them. */
  values: Record<string, unknown>;
  editsOf: (before: readonly MultifieldRecord[]) => ReturnType<typeof itemEdits>;
}

export interface DecodeOptions {
  isUpdate: boolean;
  /** What an administrator may set in an import. */
  alsoWritable?: readonly string[];
}

/** Of `crm.item.*`. Names that nobody knows are left out in silence (facts §7.1, trap 5). */
export function decodeItemFields(
  fields: FieldSet,
  given: Readonly<Record<string, unknown>>,
  options: DecodeOptions,
): DecodedFields {
  return {
    values: decodeValues(fields, given, options, ({ isMultiple, isDynamic, value }) => {
      // A multiple field is not emptied by an empty list here (facts §12, trap 4).
      return options.isUpdate && isMultiple && isDynamic && Array.isArray(value) && value.length === 0;
    }),
    // A deal has no phones.
    editsOf: (before) => (fields.named('fm') ? itemEdits(given['fm'], before) : []),
  };
}

/** Of the classic methods. */
export function decodeClassicFields(
  fields: FieldSet,
  given: Readonly<Record<string, unknown>>,
  options: DecodeOptions,
): DecodedFields {
  const entries = Object.entries(given);
  return {
    values: decodeValues(fields, given, options, ({ name }) => MULTIFIELD_TYPES.includes(name)),
    editsOf: (before) =>
      (fields.named('fm') ? entries : []).flatMap(([name, value]) =>
        MULTIFIELD_TYPES.includes(name) ? classicEdits(name, value, before) : [],
      ),
  };
}

function decodeValues(
  fields: FieldSet,
  given: Readonly<Record<string, unknown>>,
  { isUpdate, alsoWritable = [] }: DecodeOptions,
  isLeftOut: (of: { name: string; isMultiple: boolean; isDynamic: boolean; value: unknown }) => boolean,
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(given)) {
    const field = fields.named(name);
    if (!field || field.kind === 'multifield') continue;
    if (field.isReadOnly && !alsoWritable.includes(field.name)) continue;
    if (field.isImmutable && isUpdate) continue;
    const { isMultiple, isDynamic } = field;
    if (isLeftOut({ name, isMultiple, isDynamic, value })) continue;
    values[field.name] = decodeValue(field, value);
  }
  return values;
}
