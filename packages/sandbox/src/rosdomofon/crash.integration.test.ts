import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  A,
  type AnyJson,
  abonentApp,
  clientWith,
  operator,
  type RestClient,
  signIn,
} from '../testing/rosdomofon-client.ts';
import { startReady } from '../testing/sandbox-process.ts';
import { callApi, temporaryFolder } from '../testing/test-sandbox.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder[Symbol.dispose]());
const start = () => startReady(['--data', folder.path, '--accounts', '60']);
const journalFile = () => {
  const [name = ''] = readdirSync(join(folder.path, 'rosdomofon'));
  return join(folder.path, 'rosdomofon', name);
};

interface Written {
  phone: string;
  accountId?: number;
  flatId?: number;
  connectionIds: number[];
  messageId?: number;
  isBlocked?: true;
}

/** Registers abonents, one after the other, until the sandbox is gone. What was acknowledged is on record. */
async function register(rest: RestClient, entrance: AnyJson, first: number, written: Written[]) {
  const post = async (path: string, body: object) => {
    const answer = await rest.call('POST', `${A}/${path}`, body);
    if (answer.status !== 200) throw new Error(answer.text);
    return answer.body;
  };
  for (let n = first; ; n += 1) {
    const phone = String(79_000_005_000 + n);
    const one: Written = { phone, connectionIds: [] };
    written.push(one);
    const account = await post('accounts', { number: `Д-${n}`, phone });
    one.accountId = account.id;
    const wish = { abonentId: account.owner.id, entranceId: String(entrance.id), flatNumber: String(n) };
    one.flatId = (await post('flats', wish)).id;
    for (const { id } of entrance.services)
      one.connectionIds.push((await post(`services/${id}/connections`, { flatId: one.flatId })).id);
    const message = { toAbonents: [{ id: account.owner.id }], channel: 'support', message: `Привет, ${n}` };
    one.messageId = (await post('messages', message))[0].id;
    await rest.call('PUT', `${A}/accounts/${encodeURIComponent(`Д-${n}`)}/block`);
    one.isBlocked = true;
  }
}

/** What is missing of what was acknowledged, and what is there that nobody can have asked for. */
async function differences(control: string, written: Written[]): Promise<string[]> {
  const call = callApi(control);
  const found: string[] = [];
  for (const { phone, accountId, flatId, connectionIds, messageId, isBlocked } of written) {
    const there = JSON.parse((await call(`GET /abonent?phone=${phone}`)).text);
    const chat = JSON.parse((await call(`GET /chat?phone=${phone}`)).text).messages;
    const ids = (list: AnyJson[]) => list.map(({ id }) => id);
    const has = (what: string, list: number[], id: number | undefined) => {
      if (id !== undefined && !list.includes(id)) found.push(`${phone}: no ${what} ${id}`);
    };
    has('account', ids(there.accounts), accountId);
    has('flat', ids(there.flats), flatId);
    for (const id of connectionIds) has('connection', ids(there.connections), id);
    has('message', ids(chat), messageId);
    if (isBlocked && !there.accounts[0]?.isBlocked) found.push(`${phone}: not blocked`);
    // One write may have been under way when the sandbox was killed, and it is there or not, as a whole.
    const { accounts, flats, connections } = there.counts;
    if (accounts > 1 || flats > 1 || connections > connectionIds.length + 1 || chat.length > 1)
      found.push(`${phone}: too much of something`);
    if (flats > 0 && there.flats[0].accountId !== there.accounts[0]?.id) found.push(`${phone}: half a flat`);
  }
  return found;
}

test('a kill -9 signs everybody out; an abonent comes back with his refresh token, and all is as he left it', async () => {
  const phone = 79_000_000_003;
  await using first = await start();
  const [app, rest] = [await abonentApp(first, phone), await operator(first)];
  await app.call('PATCH', `${A}/abonents/settings`, { callsMuted: true });
  first.child.kill('SIGKILL');
  await first.exited;

  await using second = await start();
  const { url } = second.endpoints.rosdomofon;
  expect((await rest.call('GET', `${A}/services`)).status).toBe(401);
  expect((await app.call('GET', `${A}/abonents/settings`)).status).toBe(401);
  const form = { grant_type: 'refresh_token', client_id: 'abonent', refresh_token: app.refreshToken };
  const again = clientWith(url, (await signIn(url, form)).body.access_token);
  expect(await again.get(`${A}/abonents/settings`)).toEqual({ callsMuted: true, chatsMuted: false });
});

test('what was acknowledged is there after a kill -9, and nothing by halves', async () => {
  const written: Written[] = [];
  for (const round of [0, 1, 2]) {
    await using program = await startReady(['--data', folder.path, '--accounts', '60']);
    const rest = await operator(program);
    const { content } = await rest.get(`${A}/entrances?size=3`);
    const before = written.length;
    const writers = [0, 1, 2].map((writer) =>
      register(rest, content[writer % content.length], round * 300 + writer * 100, written).catch(() => {}),
    );
    const isBusy = () => written.slice(before).filter(({ isBlocked }) => isBlocked).length;
    await expect.poll(isBusy, { interval: 5, timeout: 30_000 }).toBeGreaterThan(4 + round * 3);
    program.child.kill('SIGKILL');
    await program.exited;
    await Promise.all(writers);
    // A kill in the middle of a write leaves half a line; so that it is seen in every round, here is one.
    if (round > 0) appendFileSync(journalFile(), '{"what":"account created","id":3');
  }
  await using program = await start();
  expect(written.length).toBeGreaterThan(15);
  expect(await differences(program.endpoints.control, written)).toEqual([]);
  program.child.kill('SIGKILL');
  await program.exited;

  // Control: a journal that lost its last acknowledged lines is noticed.
  const lines = readFileSync(journalFile(), 'utf8').trimEnd().split('\n');
  writeFileSync(journalFile(), `${lines.slice(0, -12).join('\n')}\n`);
  await using poorer = await start();
  expect(await differences(poorer.endpoints.control, written)).not.toEqual([]);
});
