import { readFileSync } from 'node:fs';
import {
  type Address,
  type EntranceMatch,
  type EntranceOption,
  type EntranceQuery,
  type FlatRange,
  matchEntrances,
  parseAddressLine,
} from '@domovoy/models';
import { expect, test } from 'vitest';

/** A case of match-entrances.cases.txt, where the format is explained. */
interface Case {
  why: string;
  query: EntranceQuery;
  options: EntranceOption<string>[];
  expected: string;
  /** The entrance that a person would be certain of; null when a person would have to ask. */
  truth: string | null;
}

const CASES = readCases();

test.each(CASES.map((one) => [one.why, one] as const))('%s', (_, { query, options, expected }) => {
  expect(describeMatch(matchEntrances(query, options))).toBe(expected);
});

test('no automatic match of the table is wrong, and most that a person is certain of are automatic', () => {
  const { matched, wrong, certain } = judge(matchEntrances);
  process.stdout.write(
    `Address matching: ${CASES.length} cases, ${matched} of ${certain} certain ones matched, ${wrong.length} wrong\n`,
  );
  expect(CASES.length).toBeGreaterThan(120);
  expect(wrong).toEqual([]);
  expect(matched / certain).toBeGreaterThan(0.85);
});

test('control: a search for substrings, which takes the first entrance with the flat, opens the wrong doors', () => {
  const { wrong } = judge(matchBySubstring);
  expect(wrong).toContain('A substring search for 1 also finds 11 and 111');
  expect(wrong).toContain('улица Мира beside проспект Мира');
  expect(wrong.length).toBeGreaterThan(20);
});

function judge(match: typeof matchEntrances) {
  const outcomes = CASES.map(({ why, query, options, truth }) => {
    const outcome = match(query, options);
    return { why, truth, entrance: outcome.kind === 'matched' ? outcome.entrance : null };
  });
  return {
    certain: outcomes.filter(({ truth }) => truth !== null).length,
    matched: outcomes.filter(({ entrance, truth }) => entrance !== null && entrance === truth).length,
    wrong: outcomes
      .filter(({ entrance, truth }) => entrance !== null && entrance !== truth)
      .map(({ why }) => why),
  };
}

/** What a client does that trusts the search of the service. */
function matchBySubstring<E>(query: EntranceQuery, options: readonly EntranceOption<E>[]): EntranceMatch<E> {
  const has = (text: string | null | undefined, part: string | null | undefined) =>
    (text ?? '').toLowerCase().includes((part ?? '').toLowerCase());
  const found = options.find(
    ({ address, flatRanges }) =>
      has(address.city, query.city) &&
      has(address.street?.name, query.street?.name?.split(' ').at(-1)) &&
      has(address.house?.number, query.house?.number) &&
      (flatRanges ?? []).some(({ start, end }) => start <= Number(query.flat) && Number(query.flat) <= end),
  );
  const evidence = { city: 'exact', street: 'exact', house: 'exact', flat: 'exact' } as const;
  return found
    ? { kind: 'matched', entrance: found.entrance, evidence }
    : { kind: 'none', reason: 'HOUSE_DIFFERS' };
}

function describeMatch(match: EntranceMatch<string>): string {
  if (match.kind === 'matched') return `matched ${match.entrance}`;
  if (match.kind === 'none') return `none ${match.reason}`;
  const [best] = match.candidates;
  const names = match.candidates.map(({ entrance }) => entrance).join(', ');
  return `candidates ${names}: ${best?.reasons.join(' ')}`;
}

function readCases(): Case[] {
  const text = readFileSync(new URL('match-entrances.cases.txt', import.meta.url), 'utf8');
  return text
    .split(/\n{2,}/)
    .map((block) => block.split('\n').filter((line) => line !== '' && !line.startsWith('#')))
    .filter((lines) => lines.length > 0)
    .map(readCase);
}

function readCase([why = '', ...lines]: string[]): Case {
  const rest = (mark: string) => lines.find((line) => line.startsWith(`${mark} `))?.slice(2);
  const expected = rest('=');
  if (!rest('?') || !expected) throw new Error(`A case without ? or =: ${why}`);
  const [address, flat = ''] = readFields(rest('?') ?? '');
  return {
    why,
    query: { ...address, flat: flat || null },
    options: lines.filter((line) => /^\w/.test(line)).map(readOption),
    expected,
    truth: rest('~') ?? /^matched (.*)$/.exec(expected)?.[1] ?? null,
  };
}

function readOption(line: string): EntranceOption<string> {
  const [, entrance = '', text = '', ranges = ''] = /^(\w+) +(.*?) \[(.*)\]$/.exec(line) ?? [];
  if (!entrance) throw new Error(`No option: ${line}`);
  const address = text.includes('|') ? readFields(text)[0] : parseAddressLine(text);
  return { entrance, address, flatRanges: ranges === '?' ? null : readRanges(ranges) };
}

function readRanges(text: string): FlatRange[] {
  return text.split(', ').flatMap((range) => {
    const [start, end] = range.split('-').map(Number);
    return start === undefined || end === undefined ? [] : [{ start, end }];
  });
}

/** "Иваново | Мира {type: ул} | 5 {housing: 2} | 12" */
function readFields(text: string): [Address, string | undefined] {
  const [city = '', street = '', house = '', flat] = text.split('|').map((field) => field.trim());
  const named = readBraces(street);
  const numbered = readBraces(house);
  const { fias, kladr, universal, type, typeFull } = named.more;
  const codes = { codeFias: fias, codeKladr: kladr, universalCode: universal };
  return [
    {
      city: city || null,
      street: street ? { name: named.text, type, typeFull, ...codes } : null,
      house: house ? { number: numbered.text, ...numbered.more } : null,
    },
    flat,
  ];
}

function readBraces(field: string): { text: string; more: Record<string, string> } {
  const [, text = '', braces = ''] = /^([^{]*?) *(?:\{(.*)\})?$/.exec(field) ?? [];
  const pairs = braces
    .split(', ')
    .filter(Boolean)
    .map((pair) => [pair.slice(0, pair.indexOf(': ')), pair.slice(pair.indexOf(': ') + 2)] as const);
  return { text, more: Object.fromEntries(pairs) };
}
