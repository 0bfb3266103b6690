import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createEffectWorld, type EffectWorld } from '../testing/effect-world.ts';

const SEND = '/abonents-service/api/v1/messages';
let world: EffectWorld;
let conversationId: bigint;

beforeAll(async () => {
  world = await createEffectWorld();
  await (await world.startConsumer()).ready();
  conversationId = await world.write();
});
afterAll(() => world.close());
afterEach(() => world.call('DELETE', '/faults'));

/** Only what this test sent. */
const outgoingAfter = async (first: bigint) => (await world.outgoing()).filter(({ id }) => id >= first);

describe('an answer through MESSAGES_OUT', () => {
  beforeEach(() => world.setPolicy('kafka'));

  test('is queued, sent, and known again when the topic brings it back: one row, one message', async () => {
    const { messageId, deliveryId } = await world.answer(conversationId, 'Мастер едет');
    expect(await world.settled({ deliveryId })).toMatchObject({
      state: 'delivered',
      requestedBy: 'user:anna',
      subject: `conversation:${conversationId}`,
    });
    await world.untilReadBack();
    expect(await outgoingAfter(messageId)).toMatchObject([
      { id: messageId, state: 'sent', author: 'user:anna', offset: expect.any(BigInt) },
    ]);
    expect((await world.told()).filter((text) => text === 'Мастер едет')).toHaveLength(1);
  });

  test('subscribers are told when it is queued and when it is sent, and of nothing twice', async () => {
    const { messageId, deliveryId } = await world.answer(conversationId, 'Уже скоро');
    await world.settled({ deliveryId });
    await world.untilReadBack();
    expect(
      await world.rows(
        `select op from changes where entity = 'message' and entity_id = ${messageId} order by xid, id`,
      ),
    ).toEqual([{ op: 'added' }, { op: 'changed' }]);
  });

  test('the same text many times is as many messages, in the order in which they were written', async () => {
    const texts = ['да', 'да', 'нет', 'да', 'нет', 'нет', 'да'];
    const sent = [];
    for (const text of texts) sent.push(await world.answer(conversationId, text));
    for (const one of sent) await world.settled(one);
    await world.untilReadBack();
    const [first] = sent;
    const rows = await outgoingAfter(first?.messageId ?? 0n);
    expect(rows.map(({ text, state }) => ({ text, state }))).toEqual(
      texts.map((text) => ({ text, state: 'sent' })),
    );
    const offsets = rows.map(({ offset }) => offset);
    expect(offsets).toEqual(offsets.toSorted((a, b) => Number((a ?? 0n) - (b ?? 0n))));
    expect((await world.told()).slice(-texts.length)).toEqual(texts);
  });

  test('control: the same text of another program is another message', async () => {
    const { deliveryId, messageId } = await world.answer(conversationId, 'Здравствуйте, слушаем');
    await world.settled({ deliveryId });
    const [record] = (
      await world.call<{ messages: { key: string; event: object }[] }>('GET', '/messages-out?limit=500')
    ).messages.slice(-1);
    await world.producer.send('MESSAGES_OUT_demo', [
      { key: record?.key ?? '', value: JSON.stringify(record?.event) },
    ]);
    await world.untilReadBack();
    expect(await outgoingAfter(messageId)).toMatchObject([{ author: 'user:anna' }, { author: null }]);
  });

  test('a key that is used again gives the first message, and sends nothing', async () => {
    const first = await world.answer(conversationId, 'один раз', 'once');
    expect(await world.answer(conversationId, 'один раз', 'once')).toEqual(first);
    await world.settled(first);
    expect(await outgoingAfter(first.messageId)).toHaveLength(1);
  });

  // Of which it is there: kill.integration.test.ts.
  test('an attempt without an answer, of which the record is nowhere: it is sent, once', async () => {
    const consumerAway = await world.answer(conversationId, 'не дошло');
    await world.settled(consumerAway);
    await world.untilReadBack();
    const before = (await world.told()).length;
    const [lost] = await world.rows<{ id: bigint }>(
      `insert into messages (company_id, conversation_id, direction, state, text, author, sent_at)
       select company_id, conversation_id, 'out', 'queued', 'потерялось', 'user:anna', date_trunc('milliseconds', now())
       from messages where id = ${consumerAway.messageId} returning id`,
    );
    const [row] = await world.rows<{ id: bigint }>(
      `insert into deliveries (company_id, integration_id, kind, subject, dedupe_key, payload, max_attempts,
         ambiguous_attempts, attempts)
       select company_id, integration_id, kind, subject, 'lost', payload || '{"messageId": "${lost?.id}"}', 15, 1, 1
       from deliveries where id = ${consumerAway.deliveryId} returning id`,
    );
    expect(await world.settled({ deliveryId: row?.id ?? 0n })).toMatchObject({ state: 'delivered' });
    expect((await world.told()).slice(before)).toEqual(['потерялось']);
    expect(await outgoingAfter(lost?.id ?? 0n)).toMatchObject([{ state: 'sent', is_outcome_unknown: false }]);
  });
});

describe('an answer by REST', () => {
  beforeEach(() => world.setPolicy('rest'));

  test.each(['error-after', 'cut-after', 'half-answer', 'html-after'])(
    'that was done and ended with %s is found in the history, and not sent again',
    async (kind) => {
      await world.fault({ kind, path: SEND, method: 'POST', times: 1 });
      const text = `ответ: ${kind}`;
      const { messageId, deliveryId } = await world.answer(conversationId, text);
      expect(await world.settled({ deliveryId })).toMatchObject({ state: 'delivered', ambiguousAttempts: 1 });
      expect((await world.told()).filter((one) => one === text)).toHaveLength(1);
      expect(await outgoingAfter(messageId)).toMatchObject([{ state: 'sent', is_outcome_unknown: false }]);
    },
  );

  test('that hangs after it was done is found, and its wait is over with the call', async () => {
    await world.fault({ kind: 'timeout-after', path: SEND, method: 'POST', times: 1 });
    const { deliveryId } = await world.answer(conversationId, 'зависло');
    expect(await world.settled({ deliveryId }, 25_000)).toMatchObject({
      state: 'delivered',
      ambiguousAttempts: 1,
    });
    expect((await world.told()).filter((one) => one === 'зависло')).toHaveLength(1);
  });

  test('control: a hub that forgets what it does not know sends it twice', async () => {
    await world.rows(`create function forget() returns trigger language plpgsql as
      'begin new.ambiguous_attempts = 0; return new; end'`);
    await world.rows(
      'create trigger forget before update on deliveries for each row execute function forget()',
    );
    await world.fault({ kind: 'error-after', path: SEND, method: 'POST', times: 1 });
    const { deliveryId } = await world.answer(conversationId, 'дважды');
    await world.settled({ deliveryId });
    await world.rows('drop trigger forget on deliveries');
    expect((await world.told()).filter((one) => one === 'дважды')).toHaveLength(2);
  });

  test('whose outcome stayed unknown fails with a flag; a retry looks, finds it, and sends nothing', async () => {
    await world.rows(`create function once() returns trigger language plpgsql as
      'begin new.max_attempts = 1; return new; end'`);
    await world.rows('create trigger once before insert on deliveries for each row execute function once()');
    await world.fault({ kind: 'error-after', path: SEND, method: 'POST', times: 1 });
    const { messageId, deliveryId } = await world.answer(conversationId, 'неизвестно');
    expect(await world.settled({ deliveryId })).toMatchObject({ state: 'dead', ambiguousAttempts: 1 });
    expect(await outgoingAfter(messageId)).toMatchObject([
      { state: 'failed', failure_code: 'ROSDOMOFON_SERVER', is_outcome_unknown: true },
    ]);
    const retried = await world.retry(messageId);
    if (retried.kind !== 'queued') throw new Error(retried.kind);
    expect(await world.settled(retried)).toMatchObject({ state: 'delivered', result: { seen: true } });
    await world.rows('drop trigger once on deliveries');
    expect(await outgoingAfter(messageId)).toMatchObject([{ state: 'sent', is_outcome_unknown: false }]);
    expect((await world.told()).filter((one) => one === 'неизвестно')).toHaveLength(1);
  });

  test('that was not done is sent, also when the abonent was told the same a moment ago', async () => {
    const first = await world.answer(conversationId, 'ещё раз');
    await world.settled(first);
    await world.fault({
      kind: 'error',
      status: 500,
      path: SEND,
      method: 'POST',
      times: 1,
    });
    const second = await world.answer(conversationId, 'ещё раз');
    expect(await world.settled(second)).toMatchObject({ state: 'delivered', ambiguousAttempts: 1 });
    expect((await world.told()).filter((one) => one === 'ещё раз')).toHaveLength(2);
  });

  test('keeps its order behind one that fails several times', async () => {
    await world.fault({ kind: 'error', path: SEND, method: 'POST', times: 2 });
    const texts = ['первый', 'второй', 'третий'];
    const sent = [];
    for (const text of texts) sent.push(await world.answer(conversationId, text));
    for (const one of sent) await world.settled(one);
    expect((await world.told()).slice(-3)).toEqual(texts);
  });

  test('that the service refuses for its recipient fails with the reason; a retry is a redelivery', async () => {
    await world.rows(
      `update conversations set abonent_rosdomofon_id = 4000000000 where id = ${conversationId}`,
    );
    const { messageId, deliveryId } = await world.answer(conversationId, 'никому');
    expect(await world.settled({ deliveryId })).toMatchObject({
      state: 'dead',
      lastErrorCode: 'RECIPIENT_REFUSED',
    });
    expect(await outgoingAfter(messageId)).toMatchObject([
      {
        state: 'failed',
        failure_code: 'RECIPIENT_REFUSED',
        failure_reason: 'ABONENT_NOT_FOUND',
        is_outcome_unknown: false,
      },
    ]);
    const [abonent] = await world.rows<{ id: bigint }>('select rosdomofon_id as id from abonents limit 1');
    await world.rows(
      `update conversations set abonent_rosdomofon_id = ${abonent?.id} where id = ${conversationId}`,
    );
    const retried = await world.retry(messageId);
    if (retried.kind !== 'queued') throw new Error(retried.kind);
    expect(await world.settled(retried)).toMatchObject({
      state: 'delivered',
      originalDeliveryId: deliveryId,
    });
    expect(await outgoingAfter(messageId)).toMatchObject([
      { state: 'sent', failure_code: null, failure_reason: null },
    ]);
    expect(await world.retry(messageId)).toEqual({ kind: 'refused', state: 'sent' });
  });
});
