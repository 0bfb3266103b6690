import type { Bitrix24MultiField } from '@domovoy/models';
import { phoneSpellings, samePhone } from './phone-spellings.ts';

/** A phone, e-mail or link of a new object. */
export interface NewMultiField {
  /** `PHONE`, `EMAIL`, `WEB`, `IM`, `LINK`. */
  readonly typeId: string;
  readonly value: string;
  /** `MOBILE`, `WORK`, `HOME` …; `MOBILE` for phones and `WORK` for the rest when absent. */
  readonly valueType?: string | undefined;
}

/** What an object should have. */
export interface WantedMultiField extends NewMultiField {
  /** The value that it takes the place of, if that is still there: the record keeps its id. */
  readonly replaces?: string | undefined;
}

export interface WantedMultiFields {
  readonly ensure?: readonly WantedMultiField[] | undefined;
  /** What should not be there. Nothing that is not named is ever taken away. */
  readonly remove?: readonly Pick<NewMultiField, 'typeId' | 'value'>[] | undefined;
}

interface Change {
  readonly typeId: string;
  /** Empty deletes. */
  readonly value: string;
  readonly valueType?: string;
}

/** `fm` of crm.item.update: records by their ids, new ones under names that are no ids. */
export type MultiFieldChanges = Readonly<Record<string, Change>>;

export type CurrentMultiField = Pick<Bitrix24MultiField, 'id' | 'typeId' | 'value'>;

/**
 * What to change so that an object has what is wanted, or null when it has. A list of phones in an update would append
 * all of them again (facts §7.1, trap 1). Phones are the same in every spelling, e-mails in every case; a record that
 * somebody has spelled in another way is left as it is, and so is everything that is not named.
 */
export function multiFieldChanges(
  current: readonly CurrentMultiField[] | null | undefined,
  { ensure = [], remove = [] }: WantedMultiFields,
): MultiFieldChanges | null {
  const changes: Record<string, Change> = {};
  const records = [...(current ?? [])];
  const indexOf = (typeId: string, value: string) =>
    records.findIndex((record) => isSame(record, { typeId, value }));
  const takeAway = (index: number) => {
    for (const { id, typeId } of records.splice(index, 1)) changes[id] = { typeId, value: '' };
  };

  const added: NewMultiField[] = [];
  for (const wanted of ensure) {
    const { typeId, replaces } = wanted;
    const replaced =
      replaces === undefined || isSame(wanted, { typeId, value: replaces }) ? -1 : indexOf(typeId, replaces);
    const record = records[replaced];
    if (indexOf(typeId, wanted.value) >= 0) {
      if (record) takeAway(replaced);
    } else if (record) {
      const value = spelled(wanted);
      changes[record.id] = { typeId, value, ...(wanted.valueType && { valueType: wanted.valueType }) };
      records[replaced] = { ...record, value };
    } else if (!added.some((one) => isSame(one, wanted))) added.push(wanted);
  }
  for (const unwanted of remove) {
    if (ensure.some((wanted) => isSame(wanted, unwanted))) continue;
    for (
      let at = indexOf(unwanted.typeId, unwanted.value);
      at >= 0;
      at = indexOf(unwanted.typeId, unwanted.value)
    )
      takeAway(at);
  }
  for (const [index, one] of added.entries()) changes[`n${index}`] = newMultiField(one);
  return Object.keys(changes).length > 0 ? changes : null;
}

/** As `fm` of crm.item.add takes it, the phone in the spelling that portals are looked through by. */
export const newMultiField = (field: NewMultiField) => ({
  typeId: field.typeId,
  valueType: field.valueType ?? (field.typeId === 'PHONE' ? 'MOBILE' : 'WORK'),
  value: spelled(field),
});

/** The same changes for crm.contact.update and crm.lead.update, by type (facts §7.2). */
export function classicMultiFields(changes: MultiFieldChanges): Record<string, object[]> {
  const byType: Record<string, object[]> = {};
  for (const [key, { typeId, value, valueType }] of Object.entries(changes)) {
    const rows = (byType[typeId] ??= []);
    const type = valueType === undefined ? {} : { VALUE_TYPE: valueType };
    if (!/^\d+$/.test(key)) rows.push({ VALUE: value, ...type });
    else rows.push(value === '' ? { ID: key, DELETE: 'Y' } : { ID: key, VALUE: value, ...type });
  }
  return byType;
}

type Named = Pick<NewMultiField, 'typeId' | 'value'>;

function isSame(one: Named, other: Named): boolean {
  if (one.typeId !== other.typeId) return false;
  if (one.typeId === 'PHONE') return samePhone(one.value, other.value);
  const [first, second] = [one.value.trim(), other.value.trim()];
  return one.typeId === 'EMAIL' ? first.toLowerCase() === second.toLowerCase() : first === second;
}

/** An extension, or a number that is none, stays as it was written. */
const spelled = ({ typeId, value }: Named): string => {
  const [international = value] = phoneSpellings(value);
  return typeId === 'PHONE' && /^\+?[\d\s()-]+$/.test(value.trim()) ? international : value.trim();
};
