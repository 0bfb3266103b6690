/** Each request adds one, so many leave a second; what would go above the top is refused (facts §6). */
export interface RequestBucket {
  /** False: refused before anything was done. A refused request does not fill the bucket. */
  accepts(source: string): boolean;
  levelOf(source: string): number;
  empty(): void;
}

export interface RequestRate {
  burst: number;
  perSecond: number;
}

export function createRequestBucket(rate: () => RequestRate, now: () => number): RequestBucket {
  const levels = new Map<string, { level: number; atMs: number }>();
  const levelOf = (source: string) => {
    const known = levels.get(source);
    if (!known) return 0;
    return Math.max(0, known.level - ((now() - known.atMs) / 1000) * rate().perSecond);
  };
  return {
    levelOf,
    accepts(source) {
      const level = levelOf(source);
      if (level + 1 > rate().burst) return false;
      levels.set(source, { level: level + 1, atMs: now() });
      return true;
    },
    empty: () => levels.clear(),
  };
}
