import { setImmediate as nextTurn } from 'node:timers/promises';
import type { RosDomofonAccount } from '@domovoy/models';
import { ResponseValidationError, type RosDomofon, type RowOptions } from '@domovoy/rosdomofon-sdk';
import { describe, expect, test } from 'vitest';
import { AccountReadings } from './account-readings.ts';

const account = (id: number, phone: string, number = `N-${id}`): RosDomofonAccount =>
  ({ id, number, owner: { id, phone, resolved: true }, blocked: false }) as RosDomofonAccount;

/** A service whose list is read row by row: each reading waits in the middle until it is let go. */
function service(rows: RosDomofonAccount[]) {
  const gates: { open: () => void }[] = [];
  const ended: ('done' | 'aborted')[] = [];
  async function* list(_params: object, { signal, onIssue }: RowOptions) {
    const { promise, resolve } = Promise.withResolvers<void>();
    gates.push({ open: resolve });
    const seen = [...rows];
    signal?.addEventListener('abort', () => resolve(), { once: true });
    for (const [at, row] of seen.entries()) {
      if (at === 1) await promise;
      if (signal?.aborted === true) {
        ended.push('aborted');
        signal.throwIfAborted();
      }
      if (row.id < 0) onIssue?.({ index: at, id: row.id, issues: [] });
      else yield row;
    }
    ended.push('done');
  }
  const readings = new AccountReadings(list as unknown as RosDomofon['accounts']['list']);
  return { rows, readings, gates, ended, openAll: () => gates.forEach(({ open }) => open()) };
}

const [ANNA, BORIS, NEW] = ['79000000001', '79000000002', '79000000003'] as const;
const { signal } = new AbortController();
const anybody = { isFresh: false, signal };
const fresh = { isFresh: true, signal };

describe('who asks while the list is being read', () => {
  test('gets that reading, however many ask; who asks after its end gets another one', async () => {
    const { readings, gates, openAll } = service([account(1, ANNA), account(2, BORIS)]);
    const asked = Array.from({ length: 10 }, () => readings.read(anybody));
    await nextTurn();
    asked.push(readings.read(anybody));
    openAll();
    for (const { byPhone, byNumber } of await Promise.all(asked)) {
      expect(byPhone.get(BORIS)?.id).toBe(2);
      expect(byNumber.get('N-1')?.id).toBe(1);
    }
    expect(gates).toHaveLength(1);
    const later = readings.read(anybody);
    await nextTurn();
    openAll();
    await later;
    expect(gates).toHaveLength(2);
  });

  test('after an attempt without an answer gets one that began after the asking, and shares that', async () => {
    const { rows, readings, gates, openAll } = service([account(1, ANNA), account(2, BORIS)]);
    const before = readings.read(anybody);
    await nextTurn();
    // The attempt made it, behind the place where the reading is.
    rows.push(account(3, NEW));
    const looked = [readings.read(fresh), readings.read(anybody)];
    const control = before;
    await nextTurn();
    expect(gates).toHaveLength(2);
    openAll();
    for (const { byPhone } of await Promise.all(looked)) expect(byPhone.get(NEW)?.id).toBe(3);
    // Control: the reading that had begun before says that there is none.
    expect((await control).byPhone.has(NEW)).toBe(false);
  });

  test('waits for the end of one when several are under way, and never takes one of them', async () => {
    const { rows, readings, gates } = service([account(1, ANNA), account(2, BORIS)]);
    const [first, second] = [readings.read(anybody), readings.read(fresh)];
    await nextTurn();
    rows.push(account(3, NEW));
    const asked = [readings.read(fresh), readings.read(fresh)];
    await nextTurn();
    expect(gates).toHaveLength(2);
    gates[0]?.open();
    await first;
    await nextTurn();
    expect(gates).toHaveLength(3);
    gates[2]?.open();
    for (const { byPhone } of await Promise.all(asked)) expect(byPhone.get(NEW)?.id).toBe(3);
    gates[1]?.open();
    expect((await second).byPhone.has(NEW)).toBe(false);
  });
});

describe('who gives up', () => {
  test('takes nothing from the others; with the last one the reading ends, and the next one begins anew', async () => {
    const { readings, gates, ended, openAll } = service([account(1, ANNA), account(2, BORIS)]);
    const [one, two] = [new AbortController(), new AbortController()];
    const asked = [one, two].map((by) => readings.read({ isFresh: false, signal: by.signal }));
    await nextTurn();
    one.abort(new Error('one leaves'));
    await expect(asked[0]).rejects.toThrow('one leaves');
    expect(ended).toEqual([]);
    two.abort(new Error('two leaves'));
    await expect(asked[1]).rejects.toThrow('two leaves');
    const next = readings.read(anybody);
    await nextTurn();
    expect(ended).toEqual(['aborted']);
    expect(gates).toHaveLength(2);
    openAll();
    expect((await next).byPhone.get(BORIS)?.id).toBe(2);
  });
});

test('"there is none" is not said of a list of which a row could not be read', async () => {
  const { readings, openAll } = service([account(1, ANNA), account(-2, BORIS), account(3, NEW)]);
  const asked = readings.read(anybody);
  await nextTurn();
  openAll();
  const accounts = await asked;
  expect(accounts.byPhone.get(NEW)?.id).toBe(3);
  expect(() => accounts.assertComplete()).toThrow(ResponseValidationError);
});
