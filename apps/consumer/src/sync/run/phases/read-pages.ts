import { ChunkWriter } from '../chunk-writer.ts';
import type { SyncContext } from '../sync-context.ts';
import type { SyncSession } from '../sync-session.ts';

const PAGE_SIZE = 100;

interface Page<Item> {
  readonly content: readonly Item[];
  readonly totalElements?: number | null | undefined;
}

export interface PagedPhase<Item> {
  readonly phase: Parameters<SyncSession['begin']>[0];
  /** Begin at the first page, also after a crash. */
  readonly fresh: boolean;
  readonly pagesFrom: (page: number, size: number) => AsyncIterable<Page<Item>>;
  readonly write: (items: readonly Item[]) => Promise<void>;
}

/** Page after page, each written before the next is asked for: after a crash the next owner goes on at a page. */
export async function readPages<Item extends { readonly id: number }>(
  { session, mayCall }: SyncContext,
  { phase, fresh, pagesFrom, write }: PagedPhase<Item>,
): Promise<void> {
  await session.begin(phase, null, { fresh });
  const first = session.checkpoint.page;
  const pages = pagesFrom(first, PAGE_SIZE)[Symbol.asyncIterator]();
  try {
    for (let number = first; ; number++) {
      await mayCall();
      const { value: page, done } = await pages.next();
      if (done) return;
      session.total = page.totalElements ?? null;
      const writer = new ChunkWriter<Item>({
        size: PAGE_SIZE,
        write,
        onRefused: ({ id }, error) => session.refused(id, error),
      });
      for (const item of page.content) await writer.add(item);
      await writer.flush();
      await session.step(page.content.length, { page: number + 1 });
    }
  } finally {
    await pages.return?.();
  }
}
