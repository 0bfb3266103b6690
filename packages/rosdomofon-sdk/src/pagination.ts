/** A page as the service writes it; `number` counts from 0. */
export interface Page<Item> {
  readonly content: Item[];
  readonly last?: boolean | null | undefined;
  readonly number?: number | null | undefined;
  readonly size?: number | null | undefined;
  readonly totalElements?: number | null | undefined;
  readonly totalPages?: number | null | undefined;
}

/** `await` gives one page; `for await` goes over all items, page after page, from that page on. */
export interface PagedList<Item> extends PromiseLike<Page<Item>>, AsyncIterable<Item> {
  /** Page after page. */
  pages(): AsyncIterable<Page<Item>>;
}

/** Nothing is asked for before somebody waits for it. */
export function createPagedList<Item>(
  firstPage: number,
  getPage: (page: number) => Promise<Page<Item>>,
): PagedList<Item> {
  let first: Promise<Page<Item>> | undefined;

  async function* pages() {
    for (let number = firstPage; ; number++) {
      const page = await getPage(number);
      yield page;
      // The service says when it is over; one that does not is left at the first empty page (`last` is set then).
      if (page.last) return;
    }
  }
  return {
    // oxlint-disable-next-line unicorn/no-thenable -- a list that is awaited is its first page
    then(onPage, onError) {
      first ??= getPage(firstPage);
      return first.then(onPage, onError);
    },
    pages,
    async *[Symbol.asyncIterator]() {
      for await (const page of pages()) yield* page.content;
    },
  };
}
