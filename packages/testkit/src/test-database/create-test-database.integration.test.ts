import postgres from 'postgres';
import { expect, test } from 'vitest';
import { createTestDatabase } from './create-test-database.ts';

test('each database is migrated, and its own', async () => {
  const [first, second] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  expect(first.name).not.toBe(second.name);
  for (const { url } of [first, second]) {
    const sql = postgres(url, { max: 1 });
    expect(await sql`select count(*)::int as n from companies`).toMatchObject([{ n: 0 }]);
    await sql`insert into companies (short_name, name) values ('demo', 'demo')`;
    await sql.end();
  }
});

test('a connection that is left open is found and named', async () => {
  const database = await createTestDatabase();
  const sql = postgres(database.url, { max: 1, connection: { application_name: 'forgotten' } });
  await sql`select 1`;
  await expect(database[Symbol.asyncDispose]()).rejects.toThrow(/1 connection\(s\) left open .* forgotten/);
  await sql.end();
  await database[Symbol.asyncDispose]();
});
