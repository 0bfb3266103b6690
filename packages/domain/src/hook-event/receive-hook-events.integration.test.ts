import { randomBytes } from 'node:crypto';
import { BITRIX24_HOOKS, type Bitrix24HookEvent } from '@domovoy/models';
import {
  createSecretBox,
  ensureCompany,
  ensureEnvironmentIntegration,
  openStore,
  putExternalRef,
  recordHookEvent,
  type Store,
} from '@domovoy/store';
import { createTestDatabase } from '@domovoy/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { connectBitrix24 } from '../integration/by-hand/connect-bitrix24.ts';
import { receiveHookEvents } from './receive-hook-events.ts';

const ABONENT = 1_570_003n;
let store: Store;
let portal: { integrationId: bigint; companyId: bigint };
let run = 0;

beforeAll(async () => {
  store = openStore((await createTestDatabase()).url, { applicationName: 'test' });
  const { id: companyId } = await ensureCompany(store.db, { shortName: 'demo', name: 'demo' });
  await ensureEnvironmentIntegration(store.db, { companyId, config: {} });
  await store.run(
    `insert into conversations (company_id, abonent_rosdomofon_id, channel, last_message_at) values ($1, $2, 'support', now())`,
    [companyId, ABONENT],
  );
  portal = { companyId, integrationId: 0n };
});
afterAll(() => store[Symbol.asyncDispose]());
beforeEach(async () => {
  run += 1;
  const connected = await connectBitrix24(
    store,
    {
      companyId: portal.companyId,
      actor: 'test',
      idempotencyKey: `hooks-${run}`,
      webhookUrl: `https://portal${run}.example/rest/1/code/`,
    },
    createSecretBox(randomBytes(32)),
  );
  if (connected.kind !== 'connected') throw new Error(connected.kind);
  portal = { ...portal, integrationId: connected.integrationId };
  await store.run('delete from deliveries', []);
});

const told = async (event: string, data: unknown, more: Partial<Bitrix24HookEvent> = {}) =>
  recordHookEvent(store, {
    ...portal,
    topic: BITRIX24_HOOKS.events,
    key: null,
    payload: JSON.stringify({
      event,
      ts: '1',
      data,
      portal: { domain: null, memberId: null, userId: null },
      isVerified: true,
      ...more,
    }),
    secrets: null,
    hash: 1,
  });
const kinds = async () =>
  (await store.run<{ kind: string }>('select kind from deliveries order by id', [])).map(({ kind }) => kind);
const states = () =>
  store.run<{ state: string; reason: string | null }>(
    `select e.state, e.reason from inbox_events e join inbox_sources s on s.id = e.source_id
     where s.integration_id = $1 order by "offset"`,
    [portal.integrationId],
  );
const operatorSays = (text: string, messageId: string, chatId = `abonent-${ABONENT}`) => ({
  CONNECTOR: 'domovoy',
  LINE: '2',
  MESSAGES: [
    {
      im: { chat_id: '1', message_id: messageId },
      message: { user_id: '7', text, files: [] },
      chat: { id: chatId },
    },
  ],
});

test('what is ours is read again, once however often it is told; what is not ours is nothing', async () => {
  await putExternalRef(store.db, {
    ...portal,
    entity: 'abonent',
    entityId: ABONENT,
    remoteKind: 'contact',
    remoteId: '42',
  });
  for (let n = 0; n < 3; n++) await told('ONCRMCONTACTUPDATE', { FIELDS: { ID: '42' } });
  await told('ONCRMCONTACTUPDATE', { FIELDS: { ID: '43' } });
  await told('ONCRMDEALUPDATE', { FIELDS: { ID: '42' } });
  expect(await receiveHookEvents(store, portal)).toMatchObject({ done: 5, dead: 0 });
  expect(await kinds()).toEqual(['crm.read']);
});

test('an operator’s answer becomes a message with its author’s name, once, without tags and with its files', async () => {
  const data = operatorSays('[b]Анна:[/b] [br]Здравствуйте![br]Мастер [i]едет[/i]', `${run}1`);
  for (let n = 0; n < 2; n++) await told('ONIMCONNECTORMESSAGEADD', data);
  await told('ONIMCONNECTORMESSAGEADD', {
    ...data,
    MESSAGES: [
      {
        im: { chat_id: '1', message_id: `${run}2` },
        message: { user_id: '7', text: '', files: [{ name: 'a.jpg', link: 'https://portal.example/a.jpg' }] },
        chat: { id: `abonent-${ABONENT}` },
      },
    ],
  });
  expect(await receiveHookEvents(store, portal)).toMatchObject({ done: 3, dead: 0 });
  const messages = await store.run<{ text: string; author: string; name: string | null }>(
    'select text, author, author_name as name from messages order by id desc limit 2',
    [],
  );
  expect(messages.toReversed()).toEqual([
    { text: 'Здравствуйте!\nМастер едет', author: 'bitrix24:7', name: 'Анна' },
    { text: 'a.jpg: https://portal.example/a.jpg', author: 'bitrix24:7', name: null },
  ]);
  expect(await kinds()).toEqual(['message.send', 'message.send']);
});

test('what cannot be sent is dead with a reason, and stops nobody', async () => {
  await told('ONIMCONNECTORMESSAGEADD', operatorSays('Кому?', `${run}3`, 'abonent-5'));
  await told('ONIMCONNECTORMESSAGEADD', operatorSays('Чужой чат', `${run}4`, 'client-5'));
  await told('ONIMCONNECTORMESSAGEADD', { nothing: true });
  await told('ONCRMDEALUPDATE', 'text');
  await told('ONSOMETHINGNEW', { FIELDS: { ID: '1' } });
  await told('ONIMCONNECTORMESSAGEADD', operatorSays('Иду', `${run}5`));
  expect(await receiveHookEvents(store, portal)).toMatchObject({ done: 2, dead: 4 });
  const rows = await states();
  expect(rows.map(({ state }) => state)).toEqual(['dead', 'dead', 'dead', 'dead', 'done', 'done']);
  for (const { reason } of rows.filter(({ state }) => state === 'dead')) expect(reason).toMatch(/\w{4}/);
  expect(await kinds()).toEqual(['message.send']);
});

test('our own words, told by the portal, are no answer', async () => {
  await told('ONIMCONNECTORMESSAGEADD', operatorSays('&#91;Домовой&#93; сотрудник:[br]Уже едем', `${run}6`));
  expect(await receiveHookEvents(store, portal)).toMatchObject({ done: 1, dead: 0 });
  expect(await kinds()).toEqual([]);
});

test('an event that nothing proves causes nothing but the question whether it is true', async () => {
  await told('ONIMCONNECTORMESSAGEADD', operatorSays('Обман', `${run}7`), { isVerified: false });
  expect(await receiveHookEvents(store, portal)).toMatchObject({ dead: 1 });
  expect(await kinds()).toEqual([]);
});

test('of two who look at the same time each event is one’s', async () => {
  for (let n = 0; n < 30; n++) await told('ONAPPUPDATE', {});
  const both = await Promise.all([
    receiveHookEvents(store, portal, 20),
    receiveHookEvents(store, portal, 20),
  ]);
  const rest = await receiveHookEvents(store, portal, 20);
  expect(both.reduce((sum, { done }) => sum + done, rest.done)).toBe(30);
  expect(await kinds()).toHaveLength(30);
});

describe('a dialog that an operator ends', () => {
  const FINISHED_AT = 1_790_000_000;
  const dialog = (abonent: bigint, connector = 'domovoy') => ({
    CONNECTOR: connector,
    LINE: '2',
    DATA: [
      {
        connector: {
          connector_id: connector,
          line_id: '2',
          chat_id: `abonent-${abonent}`,
          user_id: `abonent-${abonent}`,
        },
        session: { id: '3', closed: 'Y', parent_id: '0', close_term: '0' },
      },
    ],
  });
  const finish = (abonent: bigint) =>
    told('ONIMCONNECTORDIALOGFINISH', dialog(abonent), { ts: String(FINISHED_AT) });
  let abonents = 2_000_000n;
  /** An abonent who wrote so many seconds after the dialog was ended. */
  async function conversationOf(saidAfterSeconds: number, state = 'open'): Promise<bigint> {
    abonents += 1n;
    await store.run(
      `with c as (
         insert into conversations (company_id, abonent_rosdomofon_id, channel, last_message_at, state)
         values ($1, $2, 'support', now(), $4) returning id, company_id
       ) insert into messages (company_id, conversation_id, direction, state, text, sent_at)
       select company_id, id, 'in', 'received', 'Алло?', to_timestamp($3::float8) from c`,
      [portal.companyId, abonents, FINISHED_AT + saidAfterSeconds, state],
    );
    return abonents;
  }
  const stateOf = async (abonent: bigint) =>
    (
      await store.run<{ state: string }>(
        'select state from conversations where company_id = $1 and abonent_rosdomofon_id = $2',
        [portal.companyId, abonent],
      )
    )[0]?.state;

  test('is a conversation that is resolved, told to followers and audited', async () => {
    const abonent = await conversationOf(-60);
    const waiting = await conversationOf(-60, 'pending');
    for (const one of [abonent, waiting]) await finish(one);
    expect(await receiveHookEvents(store, portal)).toMatchObject({ done: 2, dead: 0 });
    expect([await stateOf(abonent), await stateOf(waiting)]).toEqual(['resolved', 'resolved']);
    const audited = await store.run<{ actor: string; action: string; isTold: boolean }>(
      `select a.actor, a.action, exists (
         select from changes c where c.entity = 'conversation' and c.entity_id = a.entity_id) as "isTold"
       from audit_entries a join conversations c on c.id = a.entity_id
       where a.entity = 'conversation' and c.abonent_rosdomofon_id = $1`,
      [abonent],
    );
    expect(audited).toEqual([{ actor: 'bitrix24', action: 'conversation.resolve', isTold: true }]);
  });

  test('leaves one open in which the abonent has written since; control: a minute before is not since', async () => {
    const [later, before] = [await conversationOf(60), await conversationOf(-60)];
    for (const abonent of [later, before]) await finish(abonent);
    await receiveHookEvents(store, portal);
    expect([await stateOf(later), await stateOf(before)]).toEqual(['open', 'resolved']);
  });

  test('of somebody else, or of another company, ends nothing', async () => {
    const own = await conversationOf(-60);
    const { id: otherId } = await ensureCompany(store.db, { shortName: `other-${run}`, name: 'Other' });
    await store.run(
      `insert into conversations (company_id, abonent_rosdomofon_id, channel, last_message_at) values ($1, $2, 'support', now())`,
      [otherId, own],
    );
    await finish(own + 1_000n);
    await finish(own);
    expect(await receiveHookEvents(store, portal)).toMatchObject({ done: 2, dead: 0 });
    expect(await store.run('select state from conversations where company_id = $1', [otherId])).toEqual([
      { state: 'open' },
    ]);
    expect(await stateOf(own)).toBe('resolved');
  });

  test('that cannot be read is dead with a reason', async () => {
    await told('ONIMCONNECTORDIALOGFINISH', { CONNECTOR: 'domovoy' });
    expect(await receiveHookEvents(store, portal)).toMatchObject({ dead: 1 });
  });
});
