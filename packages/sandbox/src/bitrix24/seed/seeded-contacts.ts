import { nthAbonent } from '../../city-plan/abonents.ts';
import { CONTACT } from '../crm/entity-types.ts';
import { FIRST_MULTIFIELD_ID, itemTable } from '../crm/items/item-row.ts';
import type { Change, SeededContacts } from '../state/change.ts';
import { put } from '../state/change.ts';

const NAMES = ['Анна', 'Борис', 'Вера', 'Глеб', 'Дарья', 'Егор', 'Жанна', 'Захар', 'Ирина', 'Кирилл'];
const LAST_NAMES = ['Абонентова', 'Домов', 'Квартирин', 'Подъездов', 'Звонков', 'Лестничный', 'Ключников'];
const CREATED = '2026-01-15T12:00:00+03:00';
const FROM = { sourceId: 'WEB', typeId: 'CLIENT', opened: 'N', export: 'Y' } as const;
const BY = { createdBy: 1, updatedBy: 1, assignedById: 1, lastActivityBy: 1 } as const;

/** Contacts that differ as those of a company do, worked out from their places: the same every time. */
export function* contactsOf({ seed, firstId, firstFieldId, count }: SeededContacts): Generator<Change> {
  const table = itemTable(CONTACT);
  for (let n = 0; n < count; n += 1) {
    const id = firstId + n;
    const phone = {
      id: FIRST_MULTIFIELD_ID + firstFieldId + n,
      typeId: 'PHONE',
      valueType: 'MOBILE',
      value: `+${nthAbonent(n % 1_000_000).phone}`,
    };
    yield put(table, id, {
      id,
      createdTime: CREATED,
      updatedTime: CREATED,
      lastActivityTime: CREATED,
      ...BY,
      ...FROM,
      name: NAMES[n % NAMES.length],
      lastName: LAST_NAMES[n % LAST_NAMES.length],
      originatorId: seed,
      originId: `${seed}-${n}`,
      fm: [phone],
    });
  }
}
