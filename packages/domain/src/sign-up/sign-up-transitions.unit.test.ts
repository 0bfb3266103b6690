import { describe, expect, test } from 'vitest';
import { canSignUpMove, SIGN_UP_TRANSITIONS } from './sign-up-transitions.ts';

describe('the states of a sign-up', () => {
  test('are all reachable from the first one', () => {
    const reached = new Set<string>(['network']);
    for (const state of reached)
      for (const [from, next] of Object.entries(SIGN_UP_TRANSITIONS))
        if (from === state) for (const to of next) reached.add(to);
    expect([...reached].toSorted()).toEqual(Object.keys(SIGN_UP_TRANSITIONS).toSorted());
  });

  test('let a network sign-up become a new one and nothing else', () => {
    expect(SIGN_UP_TRANSITIONS.network).toEqual(['new']);
    expect(canSignUpMove('network', 'provisioning')).toBe(false);
  });

  test.each(['completed', 'rejected'] as const)('end with %s', (state) => {
    expect(SIGN_UP_TRANSITIONS[state]).toEqual([]);
  });
});
