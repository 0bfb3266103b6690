/** What was asked since the start or the last reset: whether a client uses its rate, and how often it is refused. */
export interface Usage {
  readonly counts: UsageCounts;
  count(what: 'requests' | 'refusedByRate' | 'refusedByOperatingTime' | 'refreshes'): void;
  countCall(method: string): void;
  clear(): void;
}

interface UsageCounts {
  /** To the REST interface, refused ones too. */
  requests: number;
  refusedByRate: number;
  /** Calls, alone or in a batch. */
  refusedByOperatingTime: number;
  /** Renewals of tokens. */
  refreshes: number;
  /** Calls that were made, alone or in a batch, by method. */
  methods: Record<string, number>;
}

export function createUsage(): Usage {
  const none = (): UsageCounts => ({
    requests: 0,
    refusedByRate: 0,
    refusedByOperatingTime: 0,
    refreshes: 0,
    methods: {},
  });
  let counts = none();
  return {
    get counts() {
      return counts;
    },
    count(what) {
      counts[what] += 1;
    },
    countCall(method) {
      counts.methods[method] = (counts.methods[method] ?? 0) + 1;
    },
    clear() {
      counts = none();
    },
  };
}
