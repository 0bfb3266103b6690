import { describe, expect, it, vi } from 'vitest';
import { Committer, type Position } from './committer.ts';

/** Commits that end when the test says so. */
function slowCommits() {
  const asked: { positions: Position[]; settle: (cause?: Error) => void }[] = [];
  const failures: unknown[] = [];
  const isOver: boolean[] = [];
  const committer = new Committer(
    (positions) =>
      new Promise((resolve, reject) => {
        asked.push({ positions, settle: (cause) => (cause ? reject(cause) : resolve()) });
      }),
    (cause, over) => {
      failures.push(cause);
      isOver.push(over);
    },
  );
  const add = (partition: number, offset: bigint) => committer.add({ topic: 't', partition, offset });
  return { asked, failures, isOver, committer, add };
}

describe('Committer', () => {
  it('sends one request at a time; what comes meanwhile goes together, the newest of each partition', async () => {
    const { asked, committer, add } = slowCommits();
    add(0, 1n);
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    add(0, 2n);
    add(1, 5n);
    add(0, 3n);
    expect(asked).toHaveLength(1);
    asked[0]?.settle();
    await vi.waitFor(() => expect(asked).toHaveLength(2));
    expect(asked[1]?.positions).toEqual([
      { topic: 't', partition: 0, offset: 3n },
      { topic: 't', partition: 1, offset: 5n },
    ]);
    asked[1]?.settle();
    await committer.flush();
  });

  it('a failed commit goes with the next one, and does not overwrite a newer position', async () => {
    const { asked, failures, isOver, committer, add } = slowCommits();
    add(0, 1n);
    add(1, 1n);
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    add(0, 2n);
    asked[0]?.settle(new Error('the coordinator is away'));
    await vi.waitFor(() => expect(failures).toHaveLength(1));
    expect(isOver).toEqual([false]);
    void committer.flush();
    await vi.waitFor(() => expect(asked).toHaveLength(2));
    expect(new Set(asked[1]?.positions.map(({ partition, offset }) => `${partition}:${offset}`))).toEqual(
      new Set(['0:2', '1:1']),
    );
    asked[1]?.settle();
    await committer.flush();
  });

  it('forgets what belongs to an earlier generation, also when its commit fails afterwards', async () => {
    const { asked, failures, isOver, committer, add } = slowCommits();
    add(0, 7n);
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    committer.clear();
    asked[0]?.settle(new Error('the generation is over'));
    await vi.waitFor(() => expect(failures).toHaveLength(1));
    // Said, because it tells nothing about the generation that is now: nobody may wait for another join.
    expect(isOver).toEqual([true]);
    await committer.flush();
    expect(asked).toHaveLength(1);
  });
});
