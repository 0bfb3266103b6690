import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createSecretBox } from './secret-box.ts';

const key = randomBytes(32);
const box = createSecretBox(key);
const identity = 'integration:rosdomofon:1:7';
const codeOf = (work: () => unknown) => {
  try {
    return work();
  } catch (error) {
    return error instanceof Error && 'code' in error ? error.code : error;
  }
};

describe('a secret box', () => {
  test('gives back what was sealed, and seals the same secret differently each time', () => {
    const [one, two] = [box.seal('pässword', identity), box.seal('pässword', identity)];
    expect(box.open(one, identity)).toBe('pässword');
    expect(Buffer.from(one).equals(two)).toBe(false);
    expect(Buffer.from(one).includes('pässword')).toBe(false);
    expect(box.open(box.seal('', identity), identity)).toBe('');
  });

  test('says clearly that the key is another one', () => {
    const other = createSecretBox(randomBytes(32));
    expect(codeOf(() => other.open(box.seal('secret', identity), identity))).toBe('ENCRYPTION_KEY_WRONG');
  });

  test('refuses a secret that was moved to another integration', () => {
    const sealed = box.seal('secret', identity);
    expect(codeOf(() => box.open(sealed, 'integration:rosdomofon:1:8'))).toBe('INTEGRATION_SECRET_DAMAGED');
  });

  test('refuses bytes that were changed anywhere or cut short', () => {
    const sealed = Buffer.from(box.seal('secret', identity));
    for (let index = 0; index < sealed.length; index += 1) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8(changed.readUInt8(index) ^ 1, index);
      expect(codeOf(() => box.open(changed, identity))).toMatch(
        /^(ENCRYPTION_KEY_WRONG|INTEGRATION_SECRET_DAMAGED)$/,
      );
      expect(codeOf(() => box.open(sealed.subarray(0, index), identity))).toMatch(/WRONG|DAMAGED/);
    }
  });

  test('opens what the previous key sealed, seals under the new one, and knows which is which', () => {
    const [old, next] = [randomBytes(32), randomBytes(32)];
    const both = createSecretBox(next, old);
    const [former, current] = [createSecretBox(old).seal('secret', identity), both.seal('secret', identity)];
    expect([both.open(former, identity), both.open(current, identity)]).toEqual(['secret', 'secret']);
    expect([former, current, box.seal('secret', identity)].map((one) => both.sealedUnder(one))).toEqual([
      'previous',
      'current',
      'unknown',
    ]);
    // control: without the previous key the former secret stays closed
    expect(codeOf(() => createSecretBox(next).open(former, identity))).toBe('ENCRYPTION_KEY_WRONG');
  });

  test('takes a key of 32 bytes only', () => {
    expect(() => createSecretBox(randomBytes(16))).toThrow(RangeError);
  });
});
