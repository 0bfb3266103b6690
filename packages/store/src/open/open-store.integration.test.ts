import { createTestDatabase } from '@domovoy/testkit';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { ensureCompany } from '../company/ensure-company.ts';
import { listCompanies } from '../company/list-companies.ts';
import { openStore } from './open-store.ts';

test('a store reads and writes through Drizzle, through raw statements and in transactions', async () => {
  await using database = await createTestDatabase();
  await using store = openStore(database.url, { applicationName: 'test' });
  const company = await ensureCompany(store.db, { shortName: 'demo', name: 'Демо' });
  expect(await listCompanies(store.db)).toEqual([company]);
  expect(await store.run('select short_name, id from companies where id = $1', [company.id])).toEqual([
    { short_name: 'demo', id: company.id },
  ]);
  await expect(
    store.transaction(async (tx) => {
      await tx.execute(sql`delete from companies`);
      throw new Error('undo');
    }),
  ).rejects.toThrow('undo');
  expect(await listCompanies(store.db)).toHaveLength(1);
});
