import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CurrentMultiField,
  classicMultiFields,
  type MultiFieldChanges,
  multiFieldChanges,
  type WantedMultiFields,
} from './multi-field.ts';
import { samePhone } from './phone-spellings.ts';

/** What the portal makes of an update (facts §7.1): a key that matches a record changes it, an empty value deletes. */
function apply(
  current: readonly CurrentMultiField[],
  changes: MultiFieldChanges | null,
): CurrentMultiField[] {
  const records = new Map(current.map((record) => [String(record.id), record]));
  let nextId = Math.max(0, ...current.map(({ id }) => id)) + 1;
  for (const [key, { typeId, value }] of Object.entries(changes ?? {})) {
    const record = records.get(key);
    if (record && value === '') records.delete(key);
    else if (record) records.set(key, { ...record, value });
    else records.set(String(nextId), { id: nextId++, typeId, value });
  }
  return [...records.values()];
}

const phone = (id: number, value: string) => ({ id, typeId: 'PHONE', value });
const wantedPhone = (value: string, replaces?: string) => ({ typeId: 'PHONE', value, replaces });

test('a phone that is there in another spelling is left alone', () => {
  const current = [phone(15, '8 (900) 000-00-01')];
  expect(multiFieldChanges(current, { ensure: [wantedPhone('79000000001')] })).toBeNull();
});

test('a phone that is missing is added in the spelling that portals are searched by, once', () => {
  const ensure = [wantedPhone('79000000001'), wantedPhone('8 900 000 00 01')];
  expect(multiFieldChanges([phone(15, '+79000000002')], { ensure })).toEqual({
    n0: { typeId: 'PHONE', valueType: 'MOBILE', value: '+79000000001' },
  });
});

test('a phone that takes the place of another keeps the record', () => {
  const ensure = [wantedPhone('79000000002', '79000000001')];
  expect(multiFieldChanges([phone(15, '+79000000001')], { ensure })).toEqual({
    15: { typeId: 'PHONE', value: '+79000000002' },
  });
});

test('a phone that takes the place of another and is there already only takes the other away', () => {
  const ensure = [wantedPhone('79000000002', '79000000001')];
  const current = [phone(15, '+79000000001'), phone(16, '+79000000002')];
  expect(multiFieldChanges(current, { ensure })).toEqual({ 15: { typeId: 'PHONE', value: '' } });
});

test('what is to be removed goes in every record, unless it is wanted too', () => {
  const current = [phone(15, '+79000000001'), phone(16, '89000000001'), phone(17, '+79000000002')];
  const remove = [wantedPhone('79000000001'), wantedPhone('79000000002')];
  expect(multiFieldChanges(current, { ensure: [wantedPhone('79000000002')], remove })).toEqual({
    15: { typeId: 'PHONE', value: '' },
    16: { typeId: 'PHONE', value: '' },
  });
});

test('e-mails are the same in every case, links are not, and a phone is no e-mail', () => {
  const current = [
    { id: 1, typeId: 'EMAIL', value: 'A@example.test' },
    { id: 2, typeId: 'WEB', value: 'https://example.test/A' },
  ];
  const ensure = [
    { typeId: 'EMAIL', value: 'a@example.test' },
    { typeId: 'WEB', value: 'https://example.test/a' },
    { typeId: 'PHONE', value: 'A@example.test' },
  ];
  expect(Object.values(multiFieldChanges(current, { ensure }) ?? {}).map(({ typeId }) => typeId)).toEqual([
    'WEB',
    'PHONE',
  ]);
});

test('the classic form says the same', () => {
  const changes = {
    15: { typeId: 'PHONE', value: '+79000000002' },
    16: { typeId: 'EMAIL', value: '' },
    n0: { typeId: 'PHONE', valueType: 'MOBILE', value: '+79000000003' },
  };
  expect(classicMultiFields(changes)).toEqual({
    PHONE: [
      { ID: '15', VALUE: '+79000000002' },
      { VALUE: '+79000000003', VALUE_TYPE: 'MOBILE' },
    ],
    EMAIL: [{ ID: '16', DELETE: 'Y' }],
  });
});

describe('whatever there is and whatever is wanted', () => {
  const number = fc.integer({ min: 0, max: 9 }).map((last) => `7900000000${last}`);
  const spelling = number.chain((digits) =>
    fc.constantFrom(
      `+${digits}`,
      digits,
      `8${digits.slice(1)}`,
      digits.slice(1),
      `+7 (900) 000-00-0${digits.at(-1)}`,
    ),
  );
  const current = fc
    .array(spelling, { maxLength: 8 })
    .map((all) => all.map((value, at) => phone(at + 10, value)));
  const wanted: fc.Arbitrary<WantedMultiFields> = fc.record({
    ensure: fc.array(
      fc.record({
        typeId: fc.constant('PHONE'),
        value: spelling,
        replaces: fc.option(spelling, { nil: undefined }),
      }),
      { maxLength: 4 },
    ),
    remove: fc.array(fc.record({ typeId: fc.constant('PHONE'), value: spelling }), { maxLength: 3 }),
  });
  const has = (all: readonly { value: string }[] = [], value: string) =>
    all.some((one) => samePhone(one.value, value));

  test('it is there afterwards', () => {
    fc.assert(
      fc.property(current, wanted, (before, want) => {
        const after = apply(before, multiFieldChanges(before, want));
        const taken = (want.ensure ?? []).flatMap(({ replaces }) => replaces ?? []);
        // One that a later one takes the place of may go again.
        for (const { value } of want.ensure ?? [])
          if (!taken.some((other) => samePhone(other, value))) expect(has(after, value)).toBe(true);
      }),
    );
  });

  test('a second time nothing is left to do', () => {
    fc.assert(
      fc.property(current, wanted, (before, want) => {
        // A chain of replacements (a for b, b for c) is two wishes, not one.
        fc.pre(!(want.ensure ?? []).some(({ replaces }) => replaces && has(want.ensure, replaces)));
        const after = apply(before, multiFieldChanges(before, want));
        const again = multiFieldChanges(after, want);
        const named = (want.ensure ?? []).flatMap(({ replaces }) => replaces ?? []);
        // Of two records with a number that is replaced, the second time takes the other.
        if (!named.some((value) => before.filter((one) => samePhone(one.value, value)).length > 1))
          expect(again).toBeNull();
      }),
    );
  });

  test('the numbers of other people stay, letter for letter', () => {
    fc.assert(
      fc.property(current, wanted, (before, want) => {
        const named = [
          ...(want.remove ?? []).map(({ value }) => value),
          ...(want.ensure ?? []).flatMap(({ replaces }) => replaces ?? []),
        ];
        const others = before.filter(({ value }) => !named.some((one) => samePhone(one, value)));
        expect(apply(before, multiFieldChanges(before, want))).toEqual(expect.arrayContaining(others));
      }),
    );
  });

  test('and the control: a list, as people send it, appends', () => {
    const list = { n0: { typeId: 'PHONE', value: '+79000000001' } };
    const once = apply([phone(15, '+79000000001')], list);
    expect(apply(once, list)).toHaveLength(3);
  });
});
