import { describe, expect, test } from 'vitest';
import { applicationTokenHash, isGenuineEvent } from './genuine-event.ts';

test('a token that we know is genuine, in clear or as a hash, also one of several', () => {
  expect(isGenuineEvent('secret', ['other', 'secret'])).toBe(true);
  expect(isGenuineEvent('secret', ['secret', 'other'])).toBe(true);
  expect(isGenuineEvent('secret', [applicationTokenHash('secret')])).toBe(true);
});

describe('forged is', () => {
  test.each([
    ['another token', 'guess', ['secret']],
    ['a part of it', 'secre', ['secret']],
    ['another case of it', 'SECRET', ['secret']],
    ['no token', null, ['secret']],
    ['no token where none is known', null, []],
    ['an empty one where none is set', '', ['']],
    ['an empty one where its hash is set', '', [applicationTokenHash('')]],
    ['anything where none is known', 'secret', []],
    ['the hash itself', applicationTokenHash('secret').toString('hex'), [applicationTokenHash('secret')]],
  ])('%s', (_, given, valid) => {
    expect(isGenuineEvent(given, valid)).toBe(false);
  });
});

test('all tokens are looked at, whichever fits', () => {
  const looked: string[] = [];
  function* tokens() {
    for (const token of ['secret', 'second', 'third']) {
      looked.push(token);
      yield token;
    }
  }
  expect(isGenuineEvent('secret', tokens())).toBe(true);
  expect(looked).toHaveLength(3);
});

test('something that is no hash is a mistake, not a refusal', () => {
  expect(() => isGenuineEvent('x', [Buffer.from('short')])).toThrow(TypeError);
});
