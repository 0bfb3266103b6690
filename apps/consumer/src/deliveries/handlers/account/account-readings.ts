import type { RosDomofonAccount } from '@domovoy/models';
import { ResponseValidationError, type RosDomofon, type RowIssue } from '@domovoy/rosdomofon-sdk';

/** All accounts of an operator, as one reading found them. */
export interface ReadAccounts {
  /** The first whose owner has the phone. */
  readonly byPhone: ReadonlyMap<string, RosDomofonAccount>;
  /** The first with the operator's number. */
  readonly byNumber: ReadonlyMap<string, RosDomofonAccount>;
  /** "There is none" may be said only when every row could be read, because an account is created next. */
  assertComplete(): void;
}

interface Reading {
  readonly accounts: Promise<ReadAccounts>;
  readonly stop: AbortController;
  /** Who waits for it; with the last one it ends. */
  askers: number;
}

/** At the same time: each is the whole list. */
const MOST = 2;

/**
 * The service has no search: whoever looks for an account reads all of them, tens of thousands. Those who ask while it
 * is being read share one reading; nothing is remembered behind its end.
 *
 * Who may have made what is looked for (an attempt without an answer) asks for a `fresh` one: what began before the
 * asking may have passed the place already.
 */
export class AccountReadings {
  readonly #list: RosDomofon['accounts']['list'];
  /** Under way, in the order of their beginnings. */
  readonly #readings: Reading[] = [];

  constructor(list: RosDomofon['accounts']['list']) {
    this.#list = list;
  }

  /** Rejects with the signal's reason when that aborts first. */
  async read({ isFresh, signal }: { isFresh: boolean; signal: AbortSignal }): Promise<ReadAccounts> {
    const reading = isFresh ? await this.#fresh(signal) : (this.#readings.at(-1) ?? this.#begin());
    signal.throwIfAborted();
    return this.#join(reading, signal);
  }

  /** One that begins now; when too many are under way, one that begins with the end of one of them, for all who wait. */
  async #fresh(signal: AbortSignal): Promise<Reading> {
    const askedFor = new Set(this.#readings);
    while (this.#readings.length >= MOST && this.#readings.every((reading) => askedFor.has(reading))) {
      const ends = this.#readings.map(({ accounts }) => accounts.catch(() => undefined));
      await Promise.race([...ends, aborted(signal)]);
      signal.throwIfAborted();
    }
    return this.#readings.findLast((reading) => !askedFor.has(reading)) ?? this.#begin();
  }

  #begin(): Reading {
    const stop = new AbortController();
    const reading: Reading = { accounts: readAll(this.#list, stop.signal), stop, askers: 0 };
    this.#readings.push(reading);
    const end = () => this.#forget(reading);
    reading.accounts.then(end, end);
    return reading;
  }

  #forget(reading: Reading): void {
    const at = this.#readings.indexOf(reading);
    if (at >= 0) this.#readings.splice(at, 1);
  }

  async #join(reading: Reading, signal: AbortSignal): Promise<ReadAccounts> {
    reading.askers += 1;
    try {
      const read = await Promise.race([reading.accounts, aborted(signal)]);
      if (read !== null) return read;
      signal.throwIfAborted();
      throw new TypeError('aborted, or read');
    } finally {
      reading.askers -= 1;
      if (reading.askers === 0) {
        // At once: nobody may join what ends now.
        this.#forget(reading);
        reading.stop.abort();
      }
    }
  }
}

const aborted = (signal: AbortSignal): Promise<null> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve(null);
    else signal.addEventListener('abort', () => resolve(null), { once: true });
  });

async function readAll(list: RosDomofon['accounts']['list'], signal: AbortSignal): Promise<ReadAccounts> {
  const byPhone = new Map<string, RosDomofonAccount>();
  const byNumber = new Map<string, RosDomofonAccount>();
  const unread: RowIssue[] = [];
  const onIssue = (issue: RowIssue) => void unread.push(issue);
  for await (const account of list({}, { signal, onIssue })) {
    const { number, owner } = account;
    if (owner.phone !== null && !byPhone.has(owner.phone)) byPhone.set(owner.phone, account);
    if (number && !byNumber.has(number)) byNumber.set(number, account);
  }
  return {
    byPhone,
    byNumber,
    assertComplete() {
      const [first] = unread;
      if (first === undefined) return;
      throw new ResponseValidationError(
        `it is not there, but ${unread.length} accounts cannot be read, the first of them row ${first.index}`,
        { isJson: true, issues: first.issues, meta: { operation: 'accounts.list', index: first.index } },
      );
    },
  };
}

/** One for each client; another access is another client. */
const readingsOf = new WeakMap<RosDomofon, AccountReadings>();

export function accountReadings(rosdomofon: RosDomofon): AccountReadings {
  const known = readingsOf.get(rosdomofon);
  if (known) return known;
  const made = new AccountReadings(rosdomofon.accounts.list);
  readingsOf.set(rosdomofon, made);
  return made;
}
