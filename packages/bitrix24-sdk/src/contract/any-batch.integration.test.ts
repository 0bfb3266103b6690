import { reference } from '@domovoy/bitrix24-sdk';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Answered, type Params, refusal, startPair } from './testing/test-portal.ts';

// Whatever commands there are, however they refer to each other and whichever fail: each has one outcome under its own
// name, none is run twice, and none is run with the text of a reference that was not resolved.

interface Given {
  readonly fails: boolean;
  /** How far before it the command stands that it refers to; 0 for none. */
  readonly refersBack: number;
  readonly isRefusedFirst: boolean;
}
const AnyCommands = fc.array(
  fc.record<Given>({
    fails: fc.integer({ min: 0, max: 4 }).map((value) => value === 0),
    refersBack: fc.integer({ min: 0, max: 60 }),
    isRefusedFirst: fc.integer({ min: 0, max: 9 }).map((value) => value === 0),
  }),
  { minLength: 1, maxLength: 130 },
);

let given: readonly Given[] = [];
const run: number[] = [];
const refused = new Set<number>();
const unresolved: unknown[] = [];
let pair: Awaited<ReturnType<typeof startPair>>;
beforeAll(async () => {
  pair = await startPair(
    {
      'some.add': ({ index, from }: Params) => {
        const at = Number(index);
        if (!/^\d+$/.test((from ?? '0') as string)) unresolved.push(from);
        if (given[at]?.isRefusedFirst && !refused.has(at)) {
          refused.add(at);
          return refusal(503, 'QUERY_LIMIT_EXCEEDED');
        }
        run.push(at);
        if (given[at]?.fails) return refusal(400, 'WRONG');
        return new Answered(200, { result: { item: { id: at } }, time: {} });
      },
    },
    { limits: false },
  );
});
afterAll(() => pair[Symbol.asyncDispose]());

/** What is to become of each, without halt. */
function expectedOf(commands: readonly Given[]): string[] {
  const expected: string[] = [];
  for (const [at, { fails, refersBack }] of commands.entries()) {
    const target = at - refersBack;
    const dependsOn = refersBack > 0 && target >= 0 ? expected[target] : 'ok';
    expected.push(dependsOn === 'ok' ? (fails ? 'error' : 'ok') : 'notExecuted');
  }
  return expected;
}

test('a batch of any shape', async () => {
  await fc.assert(
    fc.asyncProperty(AnyCommands, fc.boolean(), async (commands, halt) => {
      given = commands;
      run.length = 0;
      refused.clear();
      const named = commands.map(({ refersBack }, at): [string, { method: string; params: object }] => {
        const refers = refersBack > 0 && at - refersBack >= 0;
        const from = refers ? reference(`n${at - refersBack}`, 'item', 'id') : undefined;
        return [`n${at}`, { method: 'some.add', params: { index: at, from } }];
      });
      const outcomes = await pair.bitrix24.batch(Object.fromEntries(named), { halt });
      const statuses = Object.values(outcomes).map(({ status }) => status);
      expect(Object.keys(outcomes)).toEqual(named.map(([name]) => name));
      const expected = expectedOf(commands);
      const firstFailure = expected.indexOf('error');
      if (halt && firstFailure >= 0) {
        // Up to the first failure all is as without it; behind it nothing begins.
        expect(statuses.filter((status) => status === 'error')).toHaveLength(1);
        const failed = statuses.indexOf('error');
        expect(run.at(-1)).toBe(failed);
      } else expect(statuses).toEqual(expected);
      expect(unresolved).toEqual([]);
      expect(new Set(run).size).toBe(run.length);
      for (const [at, status] of statuses.entries()) expect(run.includes(at)).toBe(status !== 'notExecuted');
    }),
    { numRuns: 40 },
  );
});
