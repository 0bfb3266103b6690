/** What happened to one delivery, in the order in which it happened. */
export interface Happening {
  readonly id: bigint;
  readonly subject: string;
  readonly what: 'began' | 'failed' | 'delivered' | 'buried';
}

/**
 * The promise, word by word: of one subject at most one attempt at a time; none begins before all earlier deliveries
 * of its subject are over; each is delivered at most once.
 */
export function breachesOfOrder(
  happenings: readonly Happening[],
  idsOfSubject: ReadonlyMap<string, readonly bigint[]>,
): string[] {
  const breaches: string[] = [];
  const over = new Set<bigint>();
  const busy = new Map<string, bigint>();
  for (const { id, subject, what } of happenings) {
    if (what === 'began') {
      const other = busy.get(subject);
      if (other !== undefined) breaches.push(`${id} began while ${other} of the same subject was tried`);
      busy.set(subject, id);
      const before = (idsOfSubject.get(subject) ?? []).filter(
        (earlier) => earlier < id && !over.has(earlier),
      );
      if (before.length > 0) breaches.push(`${id} began before ${before.join()} was over`);
      continue;
    }
    busy.delete(subject);
    if (what === 'failed') continue;
    if (over.has(id)) breaches.push(`${id} ended twice`);
    over.add(id);
  }
  return breaches;
}
