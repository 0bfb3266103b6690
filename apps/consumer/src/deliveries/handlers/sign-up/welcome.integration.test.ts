import { randomUUID } from 'node:crypto';
import { assignSignUp, retryMessage, retrySignUp } from '@domovoy/domain';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  createSignUpWorld,
  type EntranceThere,
  newPhone,
  type SignUpWorld,
} from './testing/sign-up-world.ts';

let world: SignUpWorld;
let entrance: EntranceThere;
const actor = 'user:7';
const SEND = { path: 'messages', method: 'POST' };

beforeAll(async () => {
  world = await createSignUpWorld();
  const found = (await world.entrances()).find(({ services }) => services.length > 1);
  if (found === undefined) throw new Error('no entrance');
  entrance = found;
});
beforeEach(() => world.policy('automatic'));
afterAll(() => world.close());
afterEach(() => world.noFaults());

const signUp = (phone: string) => world.send({ phone, entranceId: entrance.id, flat: entrance.flatStart });
const messagesOf = (phone: string) =>
  world.store.run<{ id: bigint; state: string; author: string; text: string; failure_code: string | null }>(
    `select m.* from messages m join conversations c on c.id = m.conversation_id
     join sign_ups s on s.abonent_rosdomofon_id = c.abonent_rosdomofon_id and s.company_id = c.company_id
     where s.phone = $1 and m.direction = 'out' order by m.id`,
    [phone],
  );
const welcomed = async (phone: string) => (await world.there(phone)).counts.messages;

/** Each delivery of a message has one attempt only: what fails is dead at once. */
async function withOneAttempt<T>(work: () => Promise<T>): Promise<T> {
  await world.store.run(
    `create or replace function one_attempt() returns trigger language plpgsql as
     'begin if new.kind = ''message.send'' then new.max_attempts = 1; end if; return new; end'`,
    [],
  );
  await world.store.run(
    'create trigger one_attempt before insert on deliveries for each row execute function one_attempt()',
    [],
  );
  try {
    return await work();
  } finally {
    await world.store.run('drop trigger one_attempt on deliveries', []);
  }
}

/** Its welcome reached the abonent, but nobody knows. */
async function failedAtWelcome() {
  await world.sendBy('rest');
  const phone = newPhone();
  return withOneAttempt(async () => {
    await world.fault({ kind: 'error-after', ...SEND, times: 1 });
    const { uid } = await signUp(phone);
    const row = await world.reached(uid, 'failed', 'STEP_FAILED');
    const [message] = await messagesOf(phone);
    expect(message).toMatchObject({ state: 'failed' });
    const act = { companyId: world.companyId, signUpId: row.id, expectedVersion: row.version, actor };
    return { phone, uid, act, messageId: message?.id ?? 0n };
  });
}

describe.each(['kafka', 'rest'] as const)('the welcome by %s', (way) => {
  test('is a message of the abonent’s conversation, told to subscribers as it is queued and sent', async () => {
    await world.sendBy(way);
    const phone = newPhone();
    const { uid } = await signUp(phone);
    await world.reached(uid, 'completed');
    const [message, ...others] = await messagesOf(phone);
    expect(message).toMatchObject({
      state: 'sent',
      author: 'workflow',
      text: expect.stringContaining('подключён'),
    });
    expect(others).toEqual([]);
    expect(await welcomed(phone)).toBe(1);
    const told = await world.store.run<{ op: string }>(
      `select op from changes where entity = 'message' and entity_id = $1 order by xid, id`,
      [message?.id ?? 0n],
    );
    expect(told.map(({ op }) => op)).toEqual(['added', 'changed']);
    const [delivery] = await world.store.run<{ payload: { by: string } }>(
      `select payload from deliveries where kind = 'message.send' and payload ->> 'messageId' = $1`,
      [String(message?.id)],
    );
    expect(delivery?.payload).toMatchObject({ by: way, signUp: { step: 'welcome' } });
  });
});

describe('the sign-up is completed when its welcome is sent, not before', () => {
  test('and a welcome that fails for good stops it there; a retry finds what the abonent got: one', async () => {
    const { phone, uid, act } = await failedAtWelcome();
    expect(await retrySignUp(world.store, act)).toMatchObject({ kind: 'done' });
    await world.reached(uid, 'completed');
    expect(await messagesOf(phone)).toMatchObject([{ state: 'sent' }]);
    expect(await welcomed(phone)).toBe(1);
  });

  test('also when a person retries the message: the sign-up goes on by that', async () => {
    const { phone, uid, messageId } = await failedAtWelcome();
    const given = { companyId: world.companyId, messageId, actor, idempotencyKey: randomUUID() };
    expect(await retryMessage(world.store, given)).toMatchObject({ kind: 'queued' });
    await world.reached(uid, 'completed');
    expect(await messagesOf(phone)).toMatchObject([{ state: 'sent' }]);
    expect(await welcomed(phone)).toBe(1);
  });

  test('control: without the key of its step the abonent is welcomed twice', async () => {
    const { phone, uid, act } = await failedAtWelcome();
    await world.store.run(
      `update deliveries set dedupe_key = 'forgotten:' || id where kind = 'message.send' and dedupe_key like 'sign-up:%'`,
      [],
    );
    expect(await retrySignUp(world.store, act)).toMatchObject({ kind: 'done' });
    await world.reached(uid, 'completed');
    expect(await welcomed(phone)).toBe(2);
  });

  test('while one that RosDomofon refuses for its recipient keeps nobody from their door', async () => {
    await world.sendBy('rest');
    const phone = newPhone();
    world.edit((path, answer) =>
      path.endsWith('v1/messages')
        ? { status: 200, body: [{ id: 1, success: false, result: 'ABONENT_NOT_FOUND' }] }
        : answer,
    );
    const { uid } = await signUp(phone);
    const row = await world.reached(uid, 'completed');
    world.edit((_path, answer) => answer);
    expect(await messagesOf(phone)).toMatchObject([{ state: 'failed', failure_code: 'RECIPIENT_REFUSED' }]);
    const steps = await world.store.company(world.companyId).loadSignUpSteps([row.id]);
    expect(steps.at(-1)).toMatchObject({ step: 'welcome', state: 'skipped', errorCode: 'MESSAGE_REFUSED' });
  });
});

test('a welcome that waits when a person takes over is not sent; given back, the abonent gets one', async () => {
  await world.sendBy('rest');
  const phone = newPhone();
  await world.fault({ kind: 'error', ...SEND, status: 503 });
  const { uid } = await signUp(phone);
  await expect
    .poll(async () => (await messagesOf(phone)).map(({ state }) => state), { timeout: 20_000 })
    .toEqual(['queued']);
  const row = await world.reached(uid, 'provisioning');
  const act = { companyId: world.companyId, signUpId: row.id, actor };
  expect(
    await assignSignUp(world.store, { ...act, expectedVersion: row.version, assignee: actor }),
  ).toMatchObject({ kind: 'done' });
  await world.reached(uid, 'needs_review', 'ASSIGNED');
  await expect
    .poll(async () => messagesOf(phone), { timeout: 20_000 })
    .toMatchObject([{ state: 'failed', failure_code: 'CANCELLED' }]);
  await world.noFaults();
  const taken = await world.reached(uid, 'needs_review', 'ASSIGNED');
  await assignSignUp(world.store, { ...act, expectedVersion: taken.version, assignee: null });
  await world.reached(uid, 'completed');
  expect(await messagesOf(phone)).toMatchObject([{ state: 'sent' }]);
  expect(await welcomed(phone)).toBe(1);
});
