import { CompanyShortName } from '@domovoy/models';
import { expect, test } from 'vitest';

test.each(['demo', 'Beryozka-2', 'a.b_c', 'all'])('%j is a company', (name) => {
  expect(CompanyShortName.parse(name)).toBe(name);
});

test.each(['', 'ALL', 'два слова', 'a b', 'x'.repeat(201), 7, null])('%j is refused', (name) => {
  expect(CompanyShortName.safeParse(name).success).toBe(false);
});
