import { describe, expect, test } from 'vitest';
import { ApiError, ConnectionError } from '../errors.ts';
import { type FeedItem, type FollowOptions, follow, type LiveState } from './follow.ts';

const event = (cursor: string): FeedItem => ({ __typename: 'MessageAdded', cursor });
const heartbeat = (cursor: string): FeedItem => ({ __typename: 'Heartbeat', cursor });
const broken = () => new ConnectionError('gone', { code: 'CONNECTION_FAILED' });
const refused = (code: string) => new ApiError([{ message: code, extensions: { code } }], { status: null });

/** Connections one after the other: what each brings, and how it ends. */
function connections(...given: { items: FeedItem[]; ending: Error | 'complete' | 'open' }[]) {
  const opened: string[] = [];
  const leaving = new AbortController();
  const options: FollowOptions<FeedItem> = {
    since: 'start',
    retry: { attempts: 1, firstPauseMs: 0, longestPauseMs: 0 },
    signal: leaving.signal,
    open: async function* (since) {
      const { items, ending } = given[opened.push(since) - 1] ?? { items: [], ending: 'open' };
      yield* items;
      if (ending === 'open') leaving.abort();
      if (ending instanceof Error) throw ending;
    },
  };
  return { opened, options };
}

async function cursorsOf(options: FollowOptions<FeedItem>): Promise<string[]> {
  const told: string[] = [];
  for await (const { cursor } of follow(options)) told.push(cursor);
  return told;
}

describe('a subscription', () => {
  test('goes on behind the last event or heartbeat, however its connection ended', async () => {
    const { opened, options } = connections(
      { items: [event('1'), event('2')], ending: broken() },
      { items: [heartbeat('2'), event('3'), heartbeat('4')], ending: 'complete' },
      { items: [], ending: broken() },
      { items: [event('5')], ending: 'open' },
    );
    expect(await cursorsOf(options)).toEqual(['1', '2', '3', '5']);
    expect(opened).toEqual(['start', '2', '4', '4']);
  });

  test('hands an event out once, also when a connection brings it again', async () => {
    const { options } = connections(
      { items: [event('1'), event('2')], ending: broken() },
      { items: [event('1'), event('2'), event('3')], ending: 'open' },
    );
    expect(await cursorsOf(options)).toEqual(['1', '2', '3']);
  });

  test('hands a gap out: its reader has to read anew', async () => {
    const gap = { __typename: 'Gap', cursor: '9', since: 'start' };
    const { options } = connections({ items: [gap, event('10')], ending: 'open' });
    const told: FeedItem[] = [];
    for await (const item of follow(options)) told.push(item);
    expect(told).toEqual([gap, event('10')]);
  });

  test('throws what no repetition mends', async () => {
    const { opened, options } = connections({ items: [event('1')], ending: refused('FORBIDDEN') });
    await expect(cursorsOf(options)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(opened).toHaveLength(1);
  });

  test('whose key was refused while it was live asks once more, and believes the second time', async () => {
    const { opened, options } = connections(
      { items: [event('1')], ending: refused('UNAUTHENTICATED') },
      { items: [], ending: refused('UNAUTHENTICATED') },
    );
    await expect(cursorsOf(options)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(opened).toHaveLength(2);
  });

  test('tells whether it is live', async () => {
    const states: LiveState[] = [];
    const error = broken();
    const { options } = connections(
      { items: [heartbeat('1'), event('2')], ending: error },
      { items: [event('3')], ending: 'open' },
    );
    await cursorsOf({ ...options, onState: (state) => states.push(state) });
    expect(states).toEqual([{ state: 'live' }, { state: 'waiting', reason: error }, { state: 'live' }]);
  });
});
