import type { KeptTables } from '../../state/kept-tables.ts';
import { isRecord, isYes, toInt, toList } from '../../transport/params.ts';
import { FIRST_MULTIFIELD_ID, MULTIFIELD_IDS, type MultifieldRecord } from './item-row.ts';

export const MULTIFIELD_TYPES: readonly string[] = ['PHONE', 'EMAIL', 'WEB', 'IM', 'LINK'];

/** What becomes of one record. Without a key that names one, there is one more. */
interface Edit {
  id: number | null;
  typeId: string;
  valueType?: string | undefined;
  /** Null: it goes. Undefined: it stays as it is. */
  value?: string | null | undefined;
}

/**
 * `fm` of `crm.item.*`: a map from record ids, or a list. The places of a list are no ids: blindly sent again, it makes
 * every phone double (facts §7.1, trap 1).
 */
export function itemEdits(fm: unknown, before: readonly MultifieldRecord[]): Edit[] {
  if (typeof fm !== 'object' || fm === null) return [];
  return Object.entries(fm).flatMap(([key, given]) => {
    if (!isRecord(given)) return [];
    const known = before.find(({ id }) => String(id) === key);
    const value = given['value'];
    return {
      id: known?.id ?? null,
      typeId: text(given['typeId'])?.toUpperCase() ?? known?.typeId ?? '',
      valueType: text(given['valueType']),
      value: value === undefined ? undefined : text(value) || null,
    };
  });
}

/** `PHONE` and its like in the classic methods (facts §7.2). */
export function classicEdits(typeId: string, given: unknown, before: readonly MultifieldRecord[]): Edit[] {
  return toList(given).flatMap((row) => {
    if (!isRecord(row)) return [];
    const id = toInt(row['ID']);
    const isKnown = before.some((record) => record.id === id && record.typeId === typeId);
    const isGone = isYes(row['DELETE']) || !text(row['VALUE']);
    return {
      id: isKnown ? id : null,
      typeId,
      valueType: text(row['VALUE_TYPE']),
      value: isGone ? null : text(row['VALUE']),
    };
  });
}

export function applyEdits(
  state: KeptTables,
  before: readonly MultifieldRecord[],
  edits: readonly Edit[],
): readonly MultifieldRecord[] {
  let records = [...before];
  for (const { id, typeId, valueType, value } of edits) {
    if (id === null) {
      if (!value || !MULTIFIELD_TYPES.includes(typeId)) continue;
      const made = FIRST_MULTIFIELD_ID + state.takeId(MULTIFIELD_IDS);
      records.push({ id: made, typeId, valueType: valueType ?? 'WORK', value });
    } else if (value === null) records = records.filter((record) => record.id !== id);
    else
      records = records.map((record) =>
        record.id === id
          ? { ...record, valueType: valueType ?? record.valueType, value: value ?? record.value }
          : record,
      );
  }
  return records;
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() : undefined;
