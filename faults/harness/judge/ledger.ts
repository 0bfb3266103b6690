/** A record that Kafka has acknowledged, and what has to have come of it. */
export interface LedgerEntry {
  readonly topic: string;
  readonly partition: number;
  readonly offset: bigint;
  readonly expects: Expectation;
}

export type Expectation =
  | { readonly kind: 'message'; readonly direction: 'in' | 'out'; readonly marker: string }
  | { readonly kind: 'sign-up'; readonly uid: string; readonly status: string; readonly isNetwork: boolean }
  | { readonly kind: 'poison'; readonly name: string };

/**
 * What the outside world may rely on: written only after the acknowledgement, by nobody but the generator, and never
 * read by the hub.
 */
export class Ledger {
  readonly entries: LedgerEntry[] = [];

  add(entry: LedgerEntry): void {
    this.entries.push(entry);
  }

  get size(): number {
    return this.entries.length;
  }
}

/** A record's name in findings. */
export const place = (record: { topic: string; partition: number; offset: bigint }): string =>
  `${record.topic}/${record.partition}@${record.offset}`;
