import type { Change, CompanyScope, FeedPosition } from '@domovoy/store';

/** What of the store the feed needs; small, so that a test can put itself in between. */
export interface FeedSource {
  /** The feed's epoch now: looked up anew, because a restored database starts another one. */
  openFeed(): Promise<number>;
  head(): Promise<FeedPosition>;
  /** Rows after a position, up to and with another one, in the order of the feed. */
  readPage(range: { after: FeedPosition; until?: FeedPosition; limit: number }): Promise<Change[]>;
  /** Everything up to here may be gone; asked after a page was read. */
  forgottenUpTo(): Promise<FeedPosition>;
  company(companyId: bigint): CompanyScope;
  listen(onNotify: () => void): Promise<{ close(): Promise<void> }>;
}
