import { ensureCompany, ensureEnvironmentIntegration, openStore, type Store } from '@domovoy/store';
import { createTestDatabase } from '@domovoy/testkit';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { type CliRun, createWorkplace, runCli, type Workplace } from '../../testing/start-cli.ts';

let place: Workplace;
let databaseUrl: string;
let store: Store;

beforeAll(async () => {
  place = await createWorkplace({ isNew: true });
  ({ url: databaseUrl } = await createTestDatabase());
  store = openStore(databaseUrl, { applicationName: 'test' });
  const { id: companyId } = await ensureCompany(store.db, { shortName: 'demo', name: 'demo' });
  // Nobody listens there, and no consumer runs: the rows are written here, as it would write them.
  const rest = { url: 'http://127.0.0.1:1', username: 'demo' };
  await ensureEnvironmentIntegration(store.db, { companyId, config: { rest } });
});
beforeEach(() => store.run('truncate sync_runs, audit_entries cascade', []));
afterAll(async () => {
  await store[Symbol.asyncDispose]();
  await place[Symbol.asyncDispose]();
});

const dryRun = (...more: string[]): CliRun =>
  runCli(place, ['import', '--dry-run', ...more], { DATABASE_URL: databaseUrl });
const shows = (run: CliRun, text: string) =>
  vi.waitUntil(() => run.output().includes(text), { timeout: 20_000, interval: 20 });
const runs = () =>
  store.run<{ id: bigint; kind: string; state: string }>(
    'select id, kind, state from sync_runs order by id',
    [],
  );
const begin = () =>
  store.run(
    `update sync_runs set state = 'running', started_at = now(), phase = 'accounts', done = 41, total = 100`,
    [],
  );

test('a preview is asked for and followed; what it found is a table', async () => {
  const run = dryRun();
  await shows(run, 'Ctrl-C ends it');
  await begin();
  await shows(run, ' 41 of 100');
  await store.run(
    `insert into sync_run_counts (run_id, company_id, entity, added, changed, same, vanished, unreadable)
     select id, company_id, 'account', 12, 1, 17240, 0, 0 from sync_runs`,
    [],
  );
  const found = [
    { entity: 'account', change: 'added', rosdomofonId: '31', label: 'ЛС-31', fields: [] },
    { entity: 'account', change: 'changed', rosdomofonId: '32', label: 'ЛС-32', fields: ['is_blocked'] },
  ];
  await store.run(
    `update sync_runs set state = 'completed', finished_at = started_at + interval '2 seconds', differences = $1::text::jsonb`,
    [JSON.stringify(found)],
  );
  expect(await run.exited).toMatchObject({ code: 0 });
  const lines = run.output().split('\n');
  expect(lines.slice(lines.findIndex((line) => line.includes('new')))).toEqual([
    'accounts    +12 new  ~1 changed  =17,240 same  -0 vanished',
    '',
    '                   NAME       ID  WHAT IS ANOTHER',
    'accounts  new      ЛС-31      31',
    'accounts  new      … 11 more',
    'accounts  changed  ЛС-32      32  is blocked',
    '',
    'Completed in 2.0 s. That is what an import would do; the mirror is as it was.',
  ]);
  expect(await runs()).toMatchObject([{ kind: 'preview' }]);
});

test('for programs it is one object a line, with the differences as they are kept', async () => {
  const run = dryRun('--json');
  await vi.waitUntil(async () => (await runs()).length > 0, { timeout: 20_000, interval: 20 });
  await store.run(`update sync_runs set state = 'completed', started_at = now(), finished_at = now()`, []);
  expect(await run.exited).toMatchObject({ code: 0 });
  expect(JSON.parse(run.output())).toMatchObject({ state: 'completed', counts: {}, differences: [] });
});

test.each([
  ['waits', async () => {}],
  ['is in progress', begin],
])('Ctrl-C ends the run that it has asked for, also when that %s', async (_name, prepare) => {
  const run = dryRun();
  await shows(run, 'Ctrl-C ends it');
  await prepare();
  run.child.kill('SIGINT');
  expect(await run.exited).toEqual({ code: 1, signal: null });
  expect(run.output()).toContain('The run was cancelled; the mirror is as it was.');
  const [row] = await runs();
  expect(row).toMatchObject({ state: 'cancelled' });
  expect(await store.run(`select actor, action, entity_id from audit_entries order by id`, [])).toMatchObject(
    [{ action: 'mirror.preview' }, { actor: 'cli', action: 'sync_run.cancel', entity_id: row?.id }],
  );
});

test('Ctrl-C leaves alone what somebody else has asked for', async () => {
  const first = dryRun();
  await shows(first, 'Ctrl-C ends it');
  const second = dryRun();
  await shows(second, 'asked for already');
  second.child.kill('SIGINT');
  expect(await second.exited).toEqual({ code: 130, signal: null });
  const [row] = await runs();
  expect(second.output()).toContain(`import cancel ${row?.id}`);
  expect(await runs()).toMatchObject([{ state: 'queued' }]);
  first.child.kill('SIGINT');
  expect(await first.exited).toMatchObject({ code: 1 });
});
