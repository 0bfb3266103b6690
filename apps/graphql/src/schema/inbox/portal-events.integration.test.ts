import { randomBytes, randomUUID } from 'node:crypto';
import { connectBitrix24, receiveHookEvents } from '@domovoy/domain';
import { BITRIX24_HOOKS } from '@domovoy/models';
import { createSecretBox, recordHookEvent } from '@domovoy/store';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startApi, type TestApi } from '../../testing/api.ts';
import type { Tenant } from '../../testing/tenant.ts';

// A dead event of a portal is taken in where it lies, unlike one of Kafka, whose row is written anew.

let api: TestApi;
let tenant: Tenant;
let portal: { integrationId: bigint; companyId: bigint };
let abonent = 1_570_000;
let next = 0;

beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api[Symbol.asyncDispose]());
beforeEach(async () => {
  next += 1;
  tenant = await api.tenant(`company${next}`);
  const companyId = tenant.company.id;
  const given = {
    companyId,
    actor: 'test',
    idempotencyKey: `portal-${next}`,
    webhookUrl: `https://portal${next}.example/rest/1/code/`,
  };
  const connected = await connectBitrix24(api.store, given, createSecretBox(randomBytes(32)));
  if (connected.kind !== 'connected') throw new Error(connected.kind);
  portal = { companyId, integrationId: connected.integrationId };
  abonent += 10;
});

/** A portal told it by web hook, and the consumer looked at it. */
async function told(event: string, data: unknown, isVerified = true): Promise<void> {
  const from = { domain: null, memberId: null, userId: null };
  const payload = JSON.stringify({ event, ts: '1', data, portal: from, isVerified });
  const row = { topic: BITRIX24_HOOKS.events, key: null, payload, secrets: null, hash: 1 };
  await recordHookEvent(api.store, { ...portal, ...row });
  await receiveHookEvents(api.store, portal);
}
const operatorSays = (...said: readonly (readonly [to: number, text: string])[]) => ({
  CONNECTOR: 'domovoy',
  LINE: '2',
  MESSAGES: said.map(([to, text], at) => ({
    im: { chat_id: '1', message_id: `${next}${at}` },
    message: { user_id: '7', text, files: [] },
    chat: { id: `abonent-${to}` },
  })),
});
/** What was wrong is so no more: the abonent has a conversation. */
const mend = (rosdomofonId: number) =>
  api.store.run(
    `insert into conversations (company_id, abonent_rosdomofon_id, channel, last_message_at) values ($1, $2, 'support', now())`,
    [portal.companyId, rosdomofonId],
  );

// any: answers are looked at by tests, which know their shape
async function ask(text: string, variables?: Record<string, unknown>): Promise<any> {
  const { data, errors } = await api.query(tenant.key, text, variables);
  expect(errors).toEqual([]);
  return data;
}
const dead = async () =>
  (await ask('{ inboxEvents(state: DEAD, first: 10) { nodes { id reason } } }')).inboxEvents.nodes;
const reprocess = async (id: string, idempotencyKey: string = randomUUID(), dryRun = false) =>
  (
    await ask(
      `mutation ($input: ReprocessEventInput!) { outcome: reprocessEvent(input: $input) { __typename
        ... on ReprocessEventPayload { event { id state reprocessedBy } caused { entity change count } }
        ... on InboxEventUnreadableError { reason } } }`,
      { input: { id, idempotencyKey, dryRun } },
    )
  ).outcome;
const rows = (table: 'messages' | 'deliveries', column: string) =>
  api.store
    .run<{ one: string }>(`select ${column} as one from ${table} where company_id = $1 order by id`, [
      portal.companyId,
    ])
    .then((found) => found.map(({ one }) => one));
const sent = async () => (await rows('deliveries', 'kind')).filter((kind) => kind === 'message.send');

describe('a dead event of a portal', () => {
  it('is taken in when its cause is gone: the answer of an operator goes out, once', async () => {
    await told('ONIMCONNECTORMESSAGEADD', operatorSays([abonent, 'Мастер едет']));
    const [event] = await dead();
    expect(await reprocess(event.id)).toMatchObject({
      __typename: 'InboxEventUnreadableError',
      reason: event.reason,
    });
    await mend(abonent);
    const idempotencyKey = randomUUID();
    const results = await Promise.all([1, 2, 3, 4].map(() => reprocess(event.id, idempotencyKey)));
    expect(results[0]).toMatchObject({
      __typename: 'ReprocessEventPayload',
      event: { state: 'DONE', reprocessedBy: expect.stringMatching(/^api-key:/) },
      caused: expect.arrayContaining([{ entity: 'message', change: 'ADDED', count: 1 }]),
    });
    expect(results).toEqual(results.map(() => results[0]));
    expect((await reprocess(event.id)).__typename).toBe('InboxEventStateError');
    expect([await rows('messages', 'text'), await sent(), await dead()]).toEqual([
      ['Мастер едет'],
      ['message.send'],
      [],
    ]);
    // The consumer finds nothing left to do about it.
    expect(await receiveHookEvents(api.store, portal)).toMatchObject({ done: 0, dead: 0 });
  });

  it('of which a part was taken in before brings the rest alone', async () => {
    await mend(abonent);
    const both = operatorSays([abonent, 'Этому дошло'], [abonent + 1, 'Этому нет']);
    await told('ONIMCONNECTORMESSAGEADD', both);
    expect(await rows('messages', 'text')).toEqual(['Этому дошло']);
    await mend(abonent + 1);
    const [event] = await dead();
    expect(await reprocess(event.id)).toMatchObject({ event: { state: 'DONE' } });
    expect(await rows('messages', 'text')).toEqual(['Этому дошло', 'Этому нет']);
    expect(await sent()).toHaveLength(2);
  });

  it('in a dry run tells what would come of it, and stays as it is', async () => {
    await told('ONIMCONNECTORMESSAGEADD', operatorSays([abonent, 'Проба']));
    await mend(abonent);
    const before = await dead();
    expect(await reprocess(before[0].id, randomUUID(), true)).toMatchObject({
      event: { state: 'DEAD' },
      caused: expect.arrayContaining([{ entity: 'message', change: 'ADDED', count: 1 }]),
    });
    expect([await dead(), await rows('messages', 'text'), await sent()]).toEqual([before, [], []]);
  });

  it('that nothing proves stays dead, whatever it says', async () => {
    await mend(abonent);
    await told('ONIMCONNECTORMESSAGEADD', operatorSays([abonent, 'Обман']), false);
    const [event] = await dead();
    expect(await reprocess(event.id)).toMatchObject({ reason: 'nothing proves that the portal sent it' });
    expect([await rows('messages', 'text'), await sent()]).toEqual([[], []]);
    // The control: the same words with proof.
    await told('ONIMCONNECTORMESSAGEADD', operatorSays([abonent, 'Обман']));
    expect(await rows('messages', 'text')).toEqual(['Обман']);
  });
});
