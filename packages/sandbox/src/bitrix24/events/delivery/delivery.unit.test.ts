import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_DELIVERY } from '../tables.ts';
import { formOf } from './form.ts';
import { planDelivery } from './plan-delivery.ts';
import { createSendingOrder } from './sending-order.ts';

describe('the journey of an event', () => {
  const chances = {
    duplicated: 0.1,
    reordered: 0.2,
    dropped: 0.05,
    forged: 0.1,
    foreign: 0.1,
    withoutAccessToken: 0.1,
  };
  const plans = (settings: Partial<typeof DEFAULT_DELIVERY>) =>
    Array.from({ length: 5000 }, (_, place) => planDelivery({ ...DEFAULT_DELIVERY, ...settings }, place));

  test('is the same with the same seed, and as bad as it was asked to be', () => {
    const bad = plans({ ...chances, seed: 'a' });
    expect(plans({ ...chances, seed: 'a' })).toEqual(bad);
    expect(plans({ ...chances, seed: 'b' })).not.toEqual(bad);
    const share = (is: (plan: (typeof bad)[number]) => boolean) => bad.filter(is).length / bad.length;
    expect(share(({ copyBehind }) => copyBehind !== null)).toBeCloseTo(0.1, 1);
    expect(share(({ behind }) => behind > 0)).toBeCloseTo(0.2, 1);
    expect(share(({ isDropped }) => isDropped)).toBeCloseTo(0.05, 1);
  });

  test('is good when nobody asked for anything else, and one chance changes nothing about the others', () => {
    for (const plan of plans({}))
      expect(plan).toMatchObject({
        isDropped: false,
        behind: 0,
        copyBehind: null,
        fakes: [],
        hasNoAccessToken: false,
      });
    const duplicates = plans({ duplicated: 0.1 }).map(({ copyBehind }) => copyBehind);
    expect(plans({ ...chances }).map(({ copyBehind }) => copyBehind)).toEqual(duplicates);
  });
});

describe('the order of sending', () => {
  test('sends everything once, and nothing before what it waits for', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(3), { maxLength: 60 }), (waits) => {
        const order = createSendingOrder<number>();
        for (const [n, behind] of waits.entries()) order.add(n, behind);
        const sent: number[] = [];
        for (let next = order.next(); next !== undefined; next = order.next()) sent.push(next);
        const held: number[] = [];
        for (let next = order.nextHeld(); next !== undefined; next = order.nextHeld()) held.push(next);
        expect([...sent, ...held].toSorted((a, b) => a - b)).toEqual([...waits.keys()]);
        for (const [place, n] of sent.entries())
          expect(sent.slice(0, place).filter((earlier) => earlier > n)).toHaveLength(waits[n] ?? 0);
        expect(order.size).toBe(0);
      }),
    );
  });
});

test('a form is what PHP writes: numbers and booleans as text, nothing for nothing', () => {
  const body = { event: 'E', data: { a: [1, { b: 'x&=ы' }], no: null, none: [], yes: true, off: false } };
  expect(decodeURIComponent(formOf(body))).toBe(
    'event=E&data[a][0]=1&data[a][1][b]=x&=ы&data[yes]=1&data[off]=0',
  );
  expect(formOf({ data: '107' })).toBe('data=107');
});
