import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import {
  actOnce,
  approveSignUp,
  compensateSignUp,
  type DecisionToUndo,
  rejectSignUp,
  undoDecision,
} from '@domovoy/domain';
import { heldForMs, listStepsOf, type SignUpRow } from '@domovoy/store';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  createSignUpWorld,
  type EntranceThere,
  newPhone,
  type SignUpWorld,
} from './testing/sign-up-world.ts';

const HOLD_MS = 1_500;

let world: SignUpWorld;
let entrance: EntranceThere;
beforeAll(async () => {
  world = await createSignUpWorld();
  const found = (await world.entrances()).find(({ services }) => services.length > 1);
  if (found === undefined) throw new Error('no entrance');
  entrance = found;
});
afterAll(() => world.close());
beforeEach(() => world.policy('automatic', { holdMs: HOLD_MS }));
afterEach(() => world.noFaults());

/** A sign-up that waits for a person, because it names no flat. */
async function waiting(phone = newPhone()) {
  const { id, uid } = await world.send({ phone, entranceId: entrance.id, flat: null });
  return { phone, uid, there: id, row: await world.reached(uid, 'needs_review', 'FLAT_MISSING') };
}
const act = (row: SignUpRow) => ({ companyId: world.companyId, signUpId: row.id, actor: 'user:1' });
let flats = 0;
const approve = async (row: SignUpRow) => {
  const flat = String(entrance.flatStart + (flats++ % (entrance.flatEnd - entrance.flatStart)));
  const given = { ...act(row), expectedVersion: row.version, entranceId: entrance.id, flat };
  const acted = await approveSignUp(world.store, given);
  if (!('signUp' in acted)) throw new Error(acted.kind);
  return acted.signUp;
};
const undo = (row: SignUpRow, more: Partial<DecisionToUndo> = {}) =>
  undoDecision(world.store, { ...act(row), ...more });
const nothing = { accounts: 0, flats: 0, connections: 0, messages: 0 };
/** The hold of a decision that is made now is over, and the worker has done what was due by then. */
const holdIsOver = async () => {
  const other = await waiting();
  await approve(other.row);
  await world.reached(other.uid, 'completed');
};

describe('a decision', () => {
  test('is held, and taken back as if it had never been made', async () => {
    const { phone, uid, row } = await waiting();
    const approved = await approve(row);
    expect(await heldForMs(world.store.db, row.id)).toBeGreaterThan(0);
    expect(await undo(approved, { decisionVersion: approved.version })).toMatchObject({
      kind: 'done',
      signUp: {
        state: 'needs_review',
        stateReason: 'FLAT_MISSING',
        version: approved.version + 1,
        assignee: row.assignee,
        askedStatus: row.askedStatus,
      },
    });
    const [plan] = await world.store.company(world.companyId).loadSignUpPlans([row.id]);
    expect(plan).toMatchObject({
      entranceRosdomofonId: null,
      flat: null,
      decidedBy: null,
      heldUntil: null,
      beforeDecision: null,
    });
    expect(await listStepsOf(world.store.db, row.id)).toEqual([]);
    await holdIsOver();
    expect((await world.there(phone)).counts).toMatchObject(nothing);
    expect((await world.timeline(uid)).slice(-2)).toMatchObject([
      { kind: 'approved', details: { isUndone: true } },
      { kind: 'undone', actor: 'user:1', details: { from: 'provisioning', to: 'needs_review' } },
    ]);
    // And it can be decided about anew.
    const again = await world.find(uid);
    if (again) await approve(again);
    await world.reached(uid, 'completed');
  });

  test('to reject is held and taken back as well, with what the abonent would have been told', async () => {
    const { phone, uid, there, row } = await waiting();
    const given = { ...act(row), expectedVersion: row.version, reason: 'Не тот дом', tellsAbonent: true };
    expect(await rejectSignUp(world.store, given)).toMatchObject({ kind: 'done' });
    expect(await undo(row)).toMatchObject({ kind: 'done', signUp: { stateReason: 'FLAT_MISSING' } });
    await holdIsOver();
    expect((await world.there(phone)).counts).toMatchObject(nothing);
    expect((await world.stateThere(there))?.status).toBe('UNPROCESSED');
    expect(await world.find(uid)).toMatchObject({ state: 'needs_review', askedStatus: row.askedStatus });
  });

  test('of somebody else that was made meanwhile is not taken back', async () => {
    const { row } = await waiting();
    const approved = await approve(row);
    expect(await undo(approved, { decisionVersion: approved.version - 1 })).toMatchObject({
      kind: 'conflict',
      version: approved.version,
    });
    expect(await undo(approved)).toMatchObject({ kind: 'done' });
    expect(await undo(approved)).toMatchObject({ kind: 'wrong-state', state: 'needs_review' });
  });

  test('is not held when nobody decided, nor where the policy says so', async () => {
    const phone = newPhone();
    const sent = await world.send({ phone, entranceId: entrance.id, flat: entrance.flatEnd });
    const done = await world.reached(sent.uid, 'completed');
    expect(await undo(done)).toMatchObject({ kind: 'too-late' });
    await world.policy('automatic', { holdMs: 0 });
    const { uid, row } = await waiting();
    await approve(row);
    await world.reached(uid, 'completed');
  });
});

describe('too late', () => {
  test('says what was done and what can be taken back, and takes that back', async () => {
    await world.policy('automatic', { holdMs: 0 });
    const { phone, uid, there, row } = await waiting();
    await approve(row);
    const done = await world.reached(uid, 'completed');
    const late = await undo(done);
    if (late.kind !== 'too-late') throw new Error(late.kind);
    expect(late.executedSteps.map(({ step, state }) => `${step} ${state}`)).toEqual([
      'account done',
      'flat done',
      'connections done',
      'status done',
      'welcome done',
    ]);
    expect(late.compensation.map(({ subject, action, why }) => [subject, action, why])).toEqual([
      ['account', 'block_account', 'ACCOUNT_IS_BLOCKED'],
      ['flat', null, 'FLAT_STAYS'],
      ['connections', 'block_connections', 'CONNECTIONS_ARE_BLOCKED'],
      ['status', 'set_status', 'STATUS_IS_REJECTED'],
      ['welcome', null, 'MESSAGE_STAYS'],
    ]);
    const back = { ...act(row), expectedVersion: done.version, reason: 'Ошибка', tellsAbonent: false };
    expect(await compensateSignUp(world.store, back)).toMatchObject({
      kind: 'done',
      signUp: { state: 'rejected', stateReason: 'COMPENSATED' },
    });
    await world.until(
      `select count(*) from sign_up_steps where state = 'done' and sign_up_id = ${row.id}
         and step in ('block_connections', 'block_account', 'status')`,
      3,
    );
    expect(await world.stateThere(there)).toMatchObject({ status: 'REJECTED', rejectedReason: 'Ошибка' });
    const { accounts } = await world.there(phone);
    const mirrored = await world.store.run<{ what: string; blocked: boolean }>(
      `select 'account' as what, is_blocked as blocked from accounts where rosdomofon_id = $1
       union all select 'connection', is_blocked from service_connections where account_rosdomofon_id = $1`,
      [BigInt(accounts[0]?.id ?? 0)],
    );
    expect(mirrored.length).toBeGreaterThan(1);
    expect(mirrored.every(({ blocked }) => blocked)).toBe(true);
    expect(
      world.calls.filter((call) => /connections\/\d+\/block|accounts\/[^/]+\/block/.test(call)).length,
    ).toBe(mirrored.length);
  });

  test('what the abonent had before stays as it is', async () => {
    await world.policy('automatic', { holdMs: 0 });
    const phone = newPhone();
    const first = await world.send({ phone, entranceId: entrance.id, flat: entrance.flatEnd - 1 });
    await world.reached(first.uid, 'completed');
    const { uid, row } = await waiting(phone);
    const given = { ...act(row), expectedVersion: row.version, entranceId: entrance.id };
    await approveSignUp(world.store, { ...given, flat: String(entrance.flatEnd - 1) });
    const done = await world.reached(uid, 'completed');
    const late = await undo(done);
    if (late.kind !== 'too-late') throw new Error(late.kind);
    expect(late.compensation.filter(({ action }) => action !== null).map(({ subject }) => subject)).toEqual([
      'status',
    ]);
    const before = world.calls.length;
    await compensateSignUp(world.store, {
      ...act(row),
      expectedVersion: done.version,
      reason: 'Дубль',
      tellsAbonent: false,
    });
    await world.until(
      `select count(*) from sign_up_steps where state = 'done' and sign_up_id = ${row.id}
         and step in ('block_connections', 'block_account')`,
      2,
    );
    expect(world.calls.slice(before).filter((call) => call.includes('/block'))).toEqual([]);
  });
});

describe('at the moment at which the hold ends', () => {
  test('either it is undone and nothing was done, or it is too late and all is done', async () => {
    // Long enough for those who undo at once, on a busy machine too.
    const holdMs = 3_000;
    await world.policy('automatic', { holdMs });
    const asked = [];
    for (let n = 0; n < 12; n++) asked.push(await waiting());
    const claimed = (row: SignUpRow) =>
      world.until(
        `select count(*) from deliveries where fence > 0 and payload ->> 'signUpId' = '${row.id}' and kind = 'sign_up.ensure_account'`,
        1,
      );
    const outcomes = await Promise.all(
      asked.map(async (one, n) => {
        const approved = await approve(one.row);
        // Some at once, some when a worker has it, the others around the end of the hold.
        if (n % 3 === 1) await claimed(one.row);
        if (n % 3 === 2) await new Promise((go) => setTimeout(go, holdMs - 60 + n * 10));
        return { ...one, result: await undo(approved) };
      }),
    );
    expect(outcomes.filter(({ result }) => result.kind === 'done').length).toBeGreaterThan(0);
    expect(outcomes.filter((_, n) => n % 3 === 1).every(({ result }) => result.kind === 'too-late')).toBe(
      true,
    );
    for (const { result, uid } of outcomes)
      if (result.kind === 'too-late') await world.reached(uid, 'completed');
    await holdIsOver();
    for (const { result, phone } of outcomes) {
      expect(['done', 'too-late']).toContain(result.kind);
      const { accounts, flats: made } = (await world.there(phone)).counts;
      expect([result.kind, accounts, made]).toEqual(
        result.kind === 'done' ? ['done', 0, 0] : ['too-late', 1, 1],
      );
    }
  });
});

describe('whoever takes it back is killed', () => {
  const children: ChildProcess[] = [];
  // Also after a failure: one that lives on would keep the runner.
  afterEach(() => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
  });
  const start = (row: SignUpRow, key: string, moment: 'before' | 'after') => {
    const child = fork(
      new URL('testing/undo-process.ts', import.meta.url),
      [world.directUrl, String(world.companyId), String(row.id), key, moment],
      {
        execArgv: ['--conditions=@domovoy/source'],
      },
    );
    children.push(child);
    return child;
  };

  test('before the commit: it is carried out', async () => {
    await world.policy('automatic', { holdMs: 20_000 });
    const { phone, uid, row } = await waiting();
    const approved = await approve(row);
    const child = start(approved, randomUUID(), 'before');
    expect((await once(child, 'message'))[0]).toBe('before');
    child.kill('SIGKILL');
    await once(child, 'exit');
    await world.reached(uid, 'completed');
    expect((await world.there(phone)).counts).toMatchObject({ accounts: 1, flats: 1 });
  });

  test('after the commit: it is taken back, and asking again with the same key says so', async () => {
    await world.policy('automatic', { holdMs: 60_000 });
    const { phone, row } = await waiting();
    const approved = await approve(row);
    const idempotencyKey = randomUUID();
    const child = start(approved, idempotencyKey, 'after');
    expect((await once(child, 'message'))[0]).toBe('after');
    child.kill('SIGKILL');
    await once(child, 'exit');
    const again = () => actOnce(world.store, { mutation: 'undo', idempotencyKey }, act(row), undoDecision);
    expect(await again()).toEqual({ kind: 'done', signUpId: row.id });
    expect((await world.there(phone)).counts).toMatchObject(nothing);
  });
});
