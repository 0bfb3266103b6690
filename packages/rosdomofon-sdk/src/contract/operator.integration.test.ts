import { createConsumer } from '@domovoy/kafka-client';
import type { RosDomofonAccount, RosDomofonEntrance } from '@domovoy/models';
import type { RosDomofon } from '@domovoy/rosdomofon-sdk';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestSandbox, type TestSandbox } from './testing/test-sandbox.ts';

let sandbox: TestSandbox;
let rosdomofon: RosDomofon;
let accounts: RosDomofonAccount[];
let account: RosDomofonAccount & { number: string };
beforeAll(async () => {
  sandbox = await openTestSandbox();
  rosdomofon = sandbox.connect();
});
beforeEach(async () => {
  await sandbox.control('POST /reset');
  accounts = await rosdomofon.accounts.list().toArray();
  const known = accounts.find(({ number, blocked, owner }) => number && !blocked && owner.phone);
  account = known as typeof account;
});
afterAll(() => sandbox[Symbol.asyncDispose]());

describe('accounts', () => {
  test('all of them, one at a time, each known by id and owner', () => {
    expect(accounts).toHaveLength(200);
    expect(new Set(accounts.map(({ id }) => id)).size).toBe(200);
    expect(accounts.filter(({ owner }) => owner.phone?.match(/^7\d{10}$/)).length).toBeGreaterThan(190);
  });

  test('every one of them in full, and its flats and connections', async () => {
    for (const { id, owner } of accounts.slice(0, 60)) {
      const details = await rosdomofon.accounts.get({ accountId: id });
      expect(details).toMatchObject({ id, owner: { id: owner.id } });
      const flats = await rosdomofon.accounts.flats({ accountId: id });
      const connections = await rosdomofon.accounts.connections({ accountId: id });
      expect(connections.map((one) => one.id)).toEqual(details.connections.map((one) => one.id));
      for (const { flat } of connections) expect(flats.map((one) => one.id)).toContain(flat.id);
    }
  });

  test('one by the phone of its owner', async () => {
    const phone = account.owner.phone ?? '';
    const found = await rosdomofon.accounts.findByPhone({ phone });
    expect(found?.owner).toMatchObject({ id: account.owner.id, phone });
    expect(await rosdomofon.accounts.findByPhone({ phone: '79000009999' })).toBeUndefined();
  });

  test('a new one is found by its phone; a number that is taken is refused with the reason', async () => {
    const created = await rosdomofon.accounts.create({ number: 'Д-77', phone: '79000009876' });
    expect(await rosdomofon.accounts.findByPhone({ phone: '79000009876' })).toMatchObject({
      id: created.id,
      number: 'Д-77',
      owner: { id: created.owner.id },
    });
    await expect(rosdomofon.accounts.create({ number: 'Д-77', phone: '79000009877' })).rejects.toMatchObject({
      code: 'ROSDOMOFON_REJECTED',
      reason: expect.stringContaining('Д-77'),
      unknownOutcome: false,
    });
  });

  test('are blocked and unblocked by number, and never by id', async () => {
    const isBlocked = async () => (await rosdomofon.accounts.get({ accountId: account.id })).blocked;
    await rosdomofon.accounts.block({ accountNumber: account.number });
    expect(await isBlocked()).toBe(true);
    await rosdomofon.accounts.unblock({ accountNumber: account.number });
    expect(await isBlocked()).toBe(false);
    // @ts-expect-error An id is a number, and a number of an account is text.
    const byId = rosdomofon.accounts.block({ accountNumber: account.id });
    await expect(byId).rejects.toMatchObject({ code: 'ROSDOMOFON_CONFIGURATION' });
    const byIdAsText = rosdomofon.accounts.block({ accountNumber: String(account.id) });
    await expect(byIdAsText).rejects.toMatchObject({ code: 'ROSDOMOFON_NOT_FOUND' });
  });
});

describe('entrances and services', () => {
  test('an address finds entrances, page after page, each with its services', async () => {
    const first = await rosdomofon.entrances.list({ size: 3 });
    expect(first.content).toHaveLength(3);
    const address = first.content[0]?.addressString.split(',').slice(0, 2).join(',') ?? '';
    const found: RosDomofonEntrance[] = [];
    for await (const entrance of rosdomofon.entrances.list({ address, size: 2 })) found.push(entrance);
    expect(found.map(({ id }) => id)).toContain(first.content[0]?.id);
    for (const { id, services } of found.slice(0, 3)) {
      const own = await rosdomofon.entrances.services({ entranceId: id });
      expect(own.map((one) => one.id)).toEqual(services.map((one) => one.id));
    }
  });

  test('every entrance in full has flat ranges, and its flats are inside of them', async () => {
    const { content } = await rosdomofon.entrances.list({ size: 8 });
    for (const { id } of content) {
      const details = await rosdomofon.entrances.get({ entranceId: id });
      const entrance = details.address?.entrance;
      expect(entrance?.flatEnd).toBeGreaterThanOrEqual(entrance?.flatStart ?? Number.NaN);
      for (const flat of await rosdomofon.entrances.flats({ entranceId: id }))
        expect(flat.address?.entrance?.id ?? entrance?.id).toBe(entrance?.id);
    }
  });

  test('a flat’s own address finds its entrance', async () => {
    let matched = 0;
    for (const { id } of accounts.slice(0, 40)) {
      const [flat] = await rosdomofon.accounts.flats({ accountId: id });
      const { city, street, house, flat: number, entrance } = flat?.address ?? {};
      if (!city || !street || !house || !number) continue;
      const match = await rosdomofon.entrances.find({ city, street, house, flat: number });
      if (match.kind === 'matched') expect(match.entrance.id).toBe(entrance?.id);
      else
        expect(match.kind === 'candidates' && match.candidates.map((one) => one.entrance.id)).toContain(
          entrance?.id,
        );
      matched += Number(match.kind === 'matched');
    }
    expect(matched).toBeGreaterThan(10);
  });

  test('services, and who is connected to one', async () => {
    const { content, last } = await rosdomofon.services.list();
    expect(content.length).toBeGreaterThan(0);
    expect(typeof last).toBe('boolean');
    const serviceId = content[0]?.id ?? 0;
    for await (const { service, account: payer } of rosdomofon.services.connections({ serviceId })) {
      expect(service.id).toBe(serviceId);
      expect(accounts.map(({ id }) => id)).toContain(payer?.id);
    }
  });
});

test('an abonent is set up as an operator does it by hand: account, flat, connection, welcome', async () => {
  const created = await rosdomofon.accounts.create({ number: 'Д-78', phone: '79000009878' });
  const { content } = await rosdomofon.entrances.list({ size: 1 });
  const entrance = content[0];
  const details = await rosdomofon.entrances.get({ entranceId: entrance?.id ?? 0 });
  const flat = await rosdomofon.flats.create({
    abonentId: created.owner.id,
    entranceId: details.id,
    flatNumber: String(details.address?.entrance?.flatStart),
    virtual: false,
  });
  expect(flat.owner.id).toBe(created.owner.id);
  const serviceId = entrance?.services[0]?.id ?? 0;
  const connection = await rosdomofon.services.connect({ serviceId, flatId: flat.id, accountId: created.id });

  const connectionsOf = () => rosdomofon.accounts.connections({ accountId: created.id });
  expect(await connectionsOf()).toMatchObject([
    { id: connection.id, blocked: false, flat: { id: flat.id }, service: { id: serviceId } },
  ]);
  await rosdomofon.serviceConnections.block({ connectionId: connection.id });
  expect(await connectionsOf()).toMatchObject([{ blocked: true }]);
  await rosdomofon.serviceConnections.unblock({ connectionId: connection.id });
  expect(await connectionsOf()).toMatchObject([{ blocked: false }]);
  expect(await rosdomofon.abonents.flats({ abonentId: created.owner.id })).toMatchObject([{ id: flat.id }]);
});

describe('messages', () => {
  test('to one by id, to one by phone, to many: one result each, and a failure is a result', async () => {
    const { id, phone } = account.owner;
    const message = 'Добро пожаловать!';
    expect(await rosdomofon.messages.send({ to: { id }, message })).toMatchObject([{ success: true }]);
    expect(await rosdomofon.messages.send({ to: { phone: phone ?? '' }, message })).toMatchObject([
      { success: true },
    ]);
    const results = await rosdomofon.messages.send({
      to: [{ id }, { phone: '79000009999' }, { id: 5 }],
      message,
    });
    expect(results.map(({ success }) => success)).toEqual([true, false, false]);
    expect(await rosdomofon.messages.list({ abonentId: id })).toMatchObject({
      content: [{ message, incoming: false, channel: 'support' }, {}, {}],
    });
  });

  test('to everybody', async () => {
    const results = await rosdomofon.messages.broadcast({ message: 'Профилактика 1 марта' });
    expect(results).toHaveLength(new Set(accounts.map(({ owner }) => owner.id)).size);
  });

  test('of an abonent, page after page, by channel', async () => {
    const { id } = account.owner;
    for (let number = 1; number <= 5; number++)
      await rosdomofon.messages.send({ to: { id }, message: `${number}` });
    await sandbox.control('POST /messages', { abonentId: id, text: 'Спасибо' });
    const texts: string[] = [];
    for await (const { message } of rosdomofon.messages.list({ abonentId: id, channel: 'support', size: 2 }))
      texts.push(message);
    expect(texts).toEqual(['Спасибо', '5', '4', '3', '2', '1']);
    expect(await rosdomofon.messages.list({ abonentId: id, channel: 'notification' })).toMatchObject({
      content: [],
    });
  });
});

test('a sign-up changes in what is given, and both topics tell of it', async () => {
  const { signUps } = await sandbox.control<{ signUps: { id: number }[] }>('POST /sign-ups', { count: 1 });
  const signUpId = signUps[0]?.id ?? 0;
  await rosdomofon.signUps.update({ signUpId, status: 'rejected', rejectedReason: 'Дом не подключён' });
  await expect(rosdomofon.signUps.update({ signUpId })).rejects.toMatchObject({
    code: 'ROSDOMOFON_CONFIGURATION',
  });
  const told: { status: string; rejectedReason?: string }[] = [];
  const isTold = Promise.withResolvers<void>();
  const consumer = createConsumer({
    access: { brokers: sandbox.endpoints.kafka.brokers.split(',') },
    clientId: 'sdk-test',
    groupId: sandbox.endpoints.kafka.groupId,
    topics: [`SIGN_UPS_${sandbox.endpoints.companyShortName}`],
    async onChunk({ records }) {
      told.push(...records.map(({ value }) => JSON.parse(String(value))));
      if (told.length >= 2) isTold.resolve();
    },
  });
  await consumer.start();
  await isTold.promise;
  await consumer.close();
  expect(told[1]).toMatchObject({ status: 'REJECTED', rejectedReason: 'Дом не подключён' });
});

test('the token of a WebView tells who opens the page', async () => {
  const { token } = await sandbox.control<{ token: string }>('POST /action-tokens', {
    abonentId: account.owner.id,
  });
  expect(await rosdomofon.actionTokens.verify({ token })).toMatchObject({
    token,
    subscriberId: account.owner.id,
  });
  await expect(rosdomofon.actionTokens.verify({ token: 'tkn-4711' })).rejects.toMatchObject({
    status: expect.any(Number),
    message: expect.not.stringContaining('tkn-4711'),
  });
});

test('everything is read as well where the service leaves out all that it may', async () => {
  await sandbox.control('POST /behaviour', { isSparse: true });
  const { accounts: calls, entrances, services } = rosdomofon;
  for (const { id } of (await calls.list().toArray()).slice(0, 20)) {
    await calls.get({ accountId: id });
    await calls.flats({ accountId: id });
    await calls.connections({ accountId: id });
  }
  const { content } = await entrances.list();
  await entrances.get({ entranceId: content[0]?.id ?? 0 });
  await entrances.flats({ entranceId: content[0]?.id ?? 0 });
  for await (const { id } of services.list()) await services.connections({ serviceId: id }).toArray();
});
