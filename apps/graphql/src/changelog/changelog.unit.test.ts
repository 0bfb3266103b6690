import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { compare } from './compare.ts';
import { earliestRemoval, removalOf } from './deprecation.ts';
import { readChangelog, readLastRelease, readPresent } from './files.ts';
import { refusals } from './refusals.ts';
import { readReleased } from './released.ts';
import { withRelease, withUnreleased } from './render.ts';

const TODAY = '2027-06-15';
const BEFORE = `
  type Query { account(id: ID): Account kept: Int }
  type Account { number: String old: String @deprecated(reason: "Use number. Removal 2027-06-01") later: String @deprecated(reason: "Use number. Removal 2027-07-01") }
  enum State { OPEN CLOSED }`;
const release = (text = BEFORE, preview = '') => readReleased(`# 1.0.0 2027-01-01${preview}\n${text}`);

async function judged(after: string, released = release()) {
  const present = buildSchema(after);
  const entries = await compare(released.schema, present);
  return { entries, refused: refusals(entries, { released, present, today: TODAY }) };
}

describe('the changelog', () => {
  it('says what differs from the last release, and nothing that may not be released', async () => {
    const [released, present] = [readLastRelease(), readPresent()];
    const entries = await compare(released.schema, present);
    const told = readChangelog();
    expect(withUnreleased(told, entries, released), 'npm run codegen brings it up to date').toBe(told);
    const today = new Date().toISOString().slice(0, 10);
    expect(refusals(entries, { released, present, today })).toEqual([]);
  });

  it('tells what is added, changed, deprecated and broken; not texts, and of a new type its name', async () => {
    const { entries } = await judged(`
      "Where all begins." type Query { account(id: ID, number: String): Account kept: Int! flat: Flat }
      type Account { number: Int old: String later: String @deprecated(reason: "Use number. Removal 2027-08-01") }
      type Flat { id: ID! }
      enum State { OPEN CLOSED HALF_OPEN }`);
    expect(entries.map(({ section, text }) => `${section}: ${text}`)).toEqual([
      expect.stringMatching(/^Deprecated: .*later/),
      expect.stringMatching(/^Breaking: .*Account\.number.*Int/),
      expect.stringMatching(/^Deprecated: .*Account\.old/),
      expect.stringMatching(/^Added: .*Flat/),
      expect.stringMatching(/^Added: .*number/),
      expect.stringMatching(/^Added: .*flat/),
      expect.stringMatching(/^Changed: .*kept/),
      expect.stringMatching(/^Added: .*HALF_OPEN/),
    ]);
  });

  it('keeps what was released', async () => {
    const released = release();
    const { entries } = await judged(BEFORE.replace('kept: Int', 'kept: Int added: Int'));
    const empty =
      '# Changelog\n\n<!-- what is not released yet: written by `npm run codegen` -->\n<!-- end -->\n';
    const written = withUnreleased(empty, entries, released);
    expect(written).toContain(
      '## Not released yet (since 1.0.0, 2027-01-01)\n\n### Added\n\n- Field `added`',
    );
    expect(withUnreleased(written, entries, released)).toBe(written);
    const next = withRelease(written, entries, { version: '1.1.0', date: TODAY, since: released });
    expect(next).toMatch(
      /since 1\.1\.0, 2027-06-15\)\n\nNothing\.\n[^]*## 1\.1\.0 \(2027-06-15\)\n\n### Added/,
    );
    const later = withRelease(next, [], { version: '1.2.0', date: TODAY, since: released });
    expect(later.indexOf('## 1.2.0')).toBeLessThan(later.indexOf('## 1.1.0'));
  });
});

describe('what breaks documents', () => {
  it('may go on the day that its deprecation named, and not before', async () => {
    expect((await judged(BEFORE.replace(/old: .*01"\) (?=later)/, ''))).refused).toEqual([]);
    expect((await judged(BEFORE.replace(/later: .*"\)/, ''))).refused).toEqual([
      expect.stringContaining('promised to stay until 2027-07-01'),
    ]);
  });

  it('may not go without having been deprecated', async () => {
    for (const after of [
      BEFORE.replace('kept: Int', ''),
      BEFORE.replace('(id: ID)', ''),
      BEFORE.replace('CLOSED', ''),
      BEFORE.replace('number: String', 'number: Int'),
      BEFORE.replace('id: ID', 'id: ID!'),
    ])
      expect((await judged(after)).refused).toEqual([expect.stringContaining('was not deprecated in 1.0.0')]);
  });

  it('is told and allowed before the first release', async () => {
    const { entries, refused } = await judged(BEFORE.replace('kept: Int', ''), release(BEFORE, ' preview'));
    expect([entries[0]?.section, refused]).toEqual(['Breaking', []]);
  });
});

describe('a deprecation', () => {
  it('says what to use and from when on it may be missing', () => {
    expect(removalOf('Use `number`. Removal 2027-06-01')).toBe('2027-06-01');
    for (const reason of ['No longer supported', 'Use x', 'Use x. Removal soon', 'Use x. Removal 2027-02-30'])
      expect(removalOf(reason)).toBeNull();
  });

  it('lasts half a year', async () => {
    expect(earliestRemoval('2026-11-27')).toBe('2027-05-27');
    const deprecated = (removal: string) =>
      BEFORE.replace('kept: Int', `kept: Int @deprecated(reason: "Use account. Removal ${removal}")`);
    expect((await judged(deprecated('2027-07-01'))).refused).toEqual([]);
    expect((await judged(deprecated('2027-06-30'))).refused).toEqual([expect.stringContaining('Query.kept')]);
    expect((await judged(deprecated('someday'))).refused).toHaveLength(1);
  });
});
