import { describe, expect, test } from 'vitest';
import { canDeliveryMove, DELIVERY_TRANSITIONS } from './delivery-transitions.ts';

describe('the states of a delivery', () => {
  test('are all reached from pending', () => {
    const reached = new Set<string>(['pending']);
    for (const state of reached)
      for (const [from, next] of Object.entries(DELIVERY_TRANSITIONS))
        if (from === state) for (const to of next) reached.add(to);
    expect([...reached].toSorted()).toEqual(Object.keys(DELIVERY_TRANSITIONS).toSorted());
  });

  test.each(['delivered', 'dead', 'skipped'] as const)('end with %s: sending again is a new row', (state) => {
    expect(DELIVERY_TRANSITIONS[state]).toEqual([]);
  });

  test('lead to delivered and dead only through an attempt', () => {
    for (const state of ['delivered', 'dead'] as const) {
      expect(canDeliveryMove('leased', state)).toBe(true);
      expect(canDeliveryMove('pending', state)).toBe(false);
    }
  });
});
