import { describe, expect, test } from 'vitest';
import { allowedFrom, isNetwork } from './networks.ts';

describe('the addresses that a key may be used from', () => {
  const isAllowed = allowedFrom(['10.0.0.0/8', '203.0.113.7', '2001:db8::/32']);

  test.each(['10.1.2.3', '203.0.113.7', '2001:db8::1', '::ffff:10.1.2.3'])('%s: allowed', (address) => {
    expect(isAllowed(address)).toBe(true);
  });

  test.each(['11.1.2.3', '203.0.113.8', '2001:db9::1', '::ffff:11.1.2.3', '', 'nonsense'])(
    '%s: refused',
    (address) => {
      expect(isAllowed(address)).toBe(false);
    },
  );

  test('are all without a list, and none with a list that says nothing', () => {
    expect(allowedFrom([])('11.1.2.3')).toBe(true);
    expect(allowedFrom(['nonsense'])('11.1.2.3')).toBe(false);
  });

  test('are written as addresses and blocks', () => {
    for (const text of ['10.0.0.1', '10.0.0.0/8', '::1', '2001:db8::/32']) expect(isNetwork(text)).toBe(true);
    for (const text of ['', '10.0.0', '10.0.0.0/33', '10.0.0.0/', '::/129', '10.0.0.0/8/8', 'any'])
      expect(isNetwork(text)).toBe(false);
  });
});
