import { type DocumentNode, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { Context } from '../context.ts';
import type { Operation } from './executor.ts';
import { SharedEvents } from './shared-events.ts';

const TEXT = 'subscription ($since: Cursor) { messageAdded(since: $since) { __typename } }';
const document: DocumentNode = parse(TEXT);

function operation(
  who: string,
  given: { permissions?: string[]; since?: string; companyId?: bigint } = {},
): Operation {
  const { permissions = ['READ_CONVERSATIONS'], since = null, companyId = 1n } = given;
  const caller = { companyId, permissions: new Set(permissions), actor: who };
  return {
    document,
    operationName: null,
    variables: { since },
    context: { caller, company: {}, requestId: who } as unknown as Context,
  };
}

/** Executions, and what each saw of who asks. */
function counted(see: (context: Context) => string = () => 'same for all') {
  const seen: string[] = [];
  const shared = new SharedEvents((_operation, context, events) =>
    events.map(async () => {
      const text = see(context);
      seen.push(text);
      return text;
    }),
  );
  return { shared, seen };
}

describe('an event', () => {
  it('is executed once for all who ask the same with the same rights, wherever they came from', async () => {
    const { shared, seen } = counted();
    const members = [operation('a'), operation('b'), operation('c', { since: 'x' })].map((one) =>
      shared.join(one),
    );
    const event = {};
    for (const member of members) expect(await member.texts([event])).toEqual(['same for all']);
    expect(seen).toHaveLength(1);
    expect(shared.groupCount).toBe(1);
    for (const member of members) member.leave();
    expect(shared.groupCount).toBe(0);
  });

  it('is executed anew for other rights and for another company', async () => {
    const { shared, seen } = counted();
    const event = {};
    for (const one of [
      operation('a'),
      operation('b', { permissions: [] }),
      operation('c', { companyId: 2n }),
    ])
      await shared.join(one).texts([event]);
    expect(seen).toHaveLength(3);
  });

  it('that shows something of who asks is everybody’s own, also the very first', async () => {
    const { shared } = counted(({ caller }) => `for ${caller.actor}`);
    const [a, b] = [shared.join(operation('a')), shared.join(operation('b'))];
    const event = {};
    expect(await Promise.all([a.texts([event]), b.texts([event])])).toEqual([['for a'], ['for b']]);
    const next = {};
    expect(await b.texts([next])).toEqual(['for b']);
    expect(await a.texts([next])).toEqual(['for a']);
  });
});
