import { createTestDatabase } from '@domovoy/testkit';
import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { ensureCompany } from '../company/ensure-company.ts';
import { companies } from '../schema/company.ts';
import { openStore } from './open-store.ts';
import { preparedRead } from './prepared-read.ts';

test('a prepared read gives what Drizzle gives, for each set of values, by itself and in a transaction', async () => {
  await using database = await createTestDatabase();
  await using store = openStore(database.url, { applicationName: 'test' });
  for (const shortName of ['one', 'two'])
    await ensureCompany(store.db, { shortName, name: `№ ${shortName}` });
  let builtCount = 0;
  const byName = preparedRead((db) => {
    builtCount += 1;
    return db
      .select()
      .from(companies)
      .where(sql`${companies.shortName} = ${sql.placeholder('name')}`);
  });
  for (const name of ['one', 'two', 'one', 'nobody']) {
    const expected = await store.db.select().from(companies).where(eq(companies.shortName, name));
    expect(await byName(store.db, { name })).toEqual(expected);
    expect(expected).toHaveLength(name === 'nobody' ? 0 : 1);
  }
  expect(builtCount).toBe(1);
  await store.transaction(async (tx) => {
    await tx.update(companies).set({ name: 'new' }).where(eq(companies.shortName, 'two'));
    // What only the transaction sees: it is asked, not the pool.
    expect(await byName(tx, { name: 'two' })).toMatchObject([{ name: 'new' }]);
    expect(await byName(store.db, { name: 'two' })).toMatchObject([{ name: '№ two' }]);
  });
});
