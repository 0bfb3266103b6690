import {
  createBitrix24,
  createMemoryBucketStore,
  createMemoryTokenStore,
  oauthAuth,
  reference,
} from '@domovoy/bitrix24-sdk';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestSandbox, type TestSandbox } from '../testing/test-sandbox.ts';

interface Usage {
  requests: number;
  commands: number;
  refusedByRate: number;
  refusedByOperatingTime: number;
  refreshes: number;
  methods: Record<string, number>;
}

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await openTestSandbox({ bitrix24: { contacts: 3_210 } });
});
afterAll(() => sandbox[Symbol.asyncDispose]());
beforeEach(() => sandbox.control('POST /bitrix24/limits/reset'));

const usage = () => sandbox.control<Usage>('GET /bitrix24/usage');
const connect = (more = {}) => sandbox.byWebhook({ bucketStore: createMemoryBucketStore(), ...more });
const contactsNamed = async (name: string) =>
  connect()
    .iterate('crm.item.list', { entityTypeId: 3, filter: { '=name': name } })
    .toArray();

test.each([
  ['crm.item.list', { entityTypeId: 3, select: ['id', 'name'] }, 'id'],
  ['crm.contact.list', { select: ['NAME'] }, 'ID'],
])('%s is read to its end in a few requests', async (method, params, idField) => {
  const before = await usage();
  const rows = await connect().iterate(method, params).toArray();
  const ids = rows.map((row) => Number(row[idField]));
  expect(ids).toHaveLength(3_210);
  expect(ids).toEqual([...new Set(ids)].toSorted((a, b) => a - b));
  const after = await usage();
  // A page, four more, and the rest at once: 60 pages are two requests.
  expect(after.requests - before.requests).toBeLessThanOrEqual(4);
  expect(after.methods[method]).toBeLessThanOrEqual((before.methods[method] ?? 0) + 70);
});

test('a contact and its deal are one request', async () => {
  const bitrix24 = connect();
  const before = await usage();
  const { contact, deal } = await bitrix24.batch({
    contact: bitrix24.contacts.add.command({ fields: { name: 'Анна & Ко + 100% #1' } }),
    deal: {
      method: 'crm.item.add',
      params: { entityTypeId: 2, fields: { title: 'x', contactId: reference('contact', 'item', 'id') } },
    },
  });
  expect(contact).toMatchObject({ status: 'ok', result: { name: 'Анна & Ко + 100% #1' } });
  const id = contact.status === 'ok' ? contact.result.id : 0;
  expect(deal).toMatchObject({ status: 'ok', result: { item: { contactId: id } } });
  expect((await usage()).requests - before.requests).toBe(1);
});

describe('the limits of the portal', () => {
  test('are used to at least 90 %, and next to nothing is refused', async () => {
    await sandbox.control('POST /bitrix24/behaviour', { burst: 50, perSecond: 8 });
    const bitrix24 = connect({ limits: { capacity: 45, perSecond: 7.6 } });
    const before = await usage();
    const startedAt = performance.now();
    await Promise.all(Array.from({ length: 90 }, () => bitrix24.call('profile')));
    const seconds = (performance.now() - startedAt) / 1000;
    const after = await usage();
    expect(after.refusedByRate - before.refusedByRate).toBeLessThanOrEqual(1);
    expect((after.requests - before.requests) / (50 + 8 * seconds)).toBeGreaterThan(0.9);
    await sandbox.control('POST /bitrix24/behaviour', { burst: 50, perSecond: 2 });
  });

  test('by operating time are kept to without a refusal, and hold up one method only', async () => {
    await sandbox.control('POST /bitrix24/behaviour', { operatingLimitS: 10 });
    const bitrix24 = connect({ limits: { operatingSeconds: 10, slowAt: 0.95 }, timeoutMs: 20_000 });
    const contact = await bitrix24.contacts.add({ fields: { name: 'Борис' } });
    const before = await usage();
    const updates = await Promise.allSettled(
      // Half a second each in the portal's books.
      Array.from({ length: 30 }, () =>
        bitrix24.call('crm.item.update', { entityTypeId: 3, id: contact.id, fields: { name: 'Вера' } }),
      ),
    );
    const done = updates.filter(({ status }) => status === 'fulfilled').length;
    expect(done).toBeGreaterThanOrEqual(12);
    expect(done).toBeLessThanOrEqual(20);
    for (const update of updates)
      if (update.status === 'rejected')
        expect(update.reason).toMatchObject({ code: 'BITRIX24_OPERATING_LIMIT', unknownOutcome: false });
    await bitrix24.application.profile();
    expect((await usage()).refusedByOperatingTime - before.refusedByOperatingTime).toBe(0);
    await sandbox.control('POST /bitrix24/behaviour', { operatingLimitS: 480 });
  });

  test('in a backlog cost a sign-up of contact, deal and comment at most 0.2 requests', async () => {
    await sandbox.control('POST /bitrix24/behaviour', { burst: 10, perSecond: 4, operatingLimitS: 100_000 });
    const bitrix24 = connect({
      gather: true,
      limits: { capacity: 2, perSecond: 3.8, operatingSeconds: 100_000 },
    });
    const before = await usage();
    const signUp = async (number: number) => {
      const contact = await bitrix24.contacts.add({ fields: { name: 'Гость', originId: `g${number}` } });
      const deal = await bitrix24.deals.add({ fields: { title: `Заявка ${number}`, contactId: contact.id } });
      await bitrix24.timeline.addComment({ entityType: 'deal', entityId: deal.id, comment: 'Принято' });
    };
    await Promise.all(Array.from({ length: 140 }, (_, number) => signUp(number)));
    const after = await usage();
    expect((after.requests - before.requests) / 140).toBeLessThanOrEqual(0.2);
    expect(after.refusedByRate - before.refusedByRate).toBe(0);
    expect(await contactsNamed('Гость')).toHaveLength(140);
    await sandbox.control('POST /bitrix24/behaviour', { burst: 50, perSecond: 2, operatingLimitS: 480 });
  });
});

describe('a write whose answer is lost', () => {
  test.each(['error-after', 'cut-after', 'html-after'])(
    '(%s) is not repeated: its outcome is unknown, and it is there once',
    async (kind) => {
      await sandbox.control('POST /bitrix24/faults', { kind, call: 'crm.item.add', times: 1 });
      const name = `Потеря ${kind}`;
      await expect(connect().contacts.add({ fields: { name } })).rejects.toMatchObject({
        retryable: true,
        unknownOutcome: true,
      });
      expect(await contactsNamed(name)).toHaveLength(1);
    },
  );

  test('a control: said to be idempotent, it is there twice', async () => {
    await sandbox.control('POST /bitrix24/faults', { kind: 'error-after', call: 'crm.item.add', times: 1 });
    await connect().contacts.add({ fields: { name: 'Дважды' } }, { idempotent: true });
    expect(await contactsNamed('Дважды')).toHaveLength(2);
  });

  test('in a batch: what was done is there once, and nothing is done twice', async () => {
    await sandbox.control('POST /bitrix24/faults', {
      kind: 'cut-after',
      call: 'crm.item.add',
      times: 1,
      commands: 2,
    });
    const bitrix24 = connect();
    const commands = Array.from({ length: 4 }, () =>
      bitrix24.contacts.add.command({ fields: { name: 'Полпути' } }),
    );
    const outcomes = await bitrix24.batch(commands);
    for (const outcome of outcomes)
      expect(outcome).toMatchObject({ status: 'error', error: { unknownOutcome: true } });
    expect((await contactsNamed('Полпути')).length).toBe(2);
  });
});

test('a storm of refusals costs time, no contact and no duplicate', async () => {
  await sandbox.control('POST /bitrix24/faults', { kind: 'rate-limit', call: '*', times: 3 });
  const bitrix24 = connect({ limits: { perSecond: 20 } });
  await Promise.all(Array.from({ length: 8 }, () => bitrix24.contacts.add({ fields: { name: 'Буря' } })));
  expect(await contactsNamed('Буря')).toHaveLength(8);
});

describe('an application', () => {
  test('of two processes renews once each time that the tokens expire', async () => {
    const store = createMemoryTokenStore(await sandbox.authorise());
    const open = () =>
      createBitrix24({
        auth: oauthAuth({ ...sandbox.application, tokens: store }),
        bucketStore: createMemoryBucketStore(),
      });
    await using one = open();
    await using other = open();
    const before = await usage();
    for (let times = 0; times < 3; times++) {
      await sandbox.control('POST /bitrix24/tokens/expire');
      await Promise.all(
        [one, other, one, other].map((client) => client.contacts.add({ fields: { name: 'Ключ' } })),
      );
    }
    expect((await usage()).refreshes - before.refreshes).toBe(3);
    expect(await contactsNamed('Ключ')).toHaveLength(12);
  });

  test('follows its portal to another address, and so does a web hook', async () => {
    const moves: unknown[] = [];
    const application = await sandbox.asApplication({ onMoved: (move) => moves.push(move) });
    const webhook = connect({ onMoved: (move: unknown) => moves.push(move) });
    const { portalUrl } = await sandbox.control<{ portalUrl: string }>('POST /bitrix24/rename');
    await application.contacts.add({ fields: { name: 'Переезд' } });
    await webhook.contacts.add({ fields: { name: 'Переезд' } });
    expect(moves).toEqual([
      { from: sandbox.portalUrl, to: portalUrl },
      { from: sandbox.portalUrl, to: portalUrl },
    ]);
    await sandbox.control('POST /bitrix24/rename');
    expect(await contactsNamed('Переезд')).toHaveLength(2);
  });
});

test('a web hook that was revoked is a broken connection, and its code is nowhere', async () => {
  const { webhookUrl } = await sandbox.control<{ webhookUrl: string }>('POST /bitrix24/webhooks', {
    userId: 1,
    scopes: ['crm'],
  });
  const code = new URL(webhookUrl).pathname.split('/')[3] ?? '';
  const bitrix24 = connect({ auth: { kind: 'webhook', url: webhookUrl } });
  await bitrix24.application.profile();
  await sandbox.control(`DELETE /bitrix24/webhooks?code=${code}`);
  const error: unknown = await bitrix24.application.profile().catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: 'BITRIX24_AUTHENTICATION', retryable: false });
  expect(JSON.stringify(error) + String((error as Error).stack)).not.toContain(code);
});
