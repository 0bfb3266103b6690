const BASKET_MS = 60_000;
const BASKETS = 10;

export interface OperatingSpent {
  /** In this method by this credential, over ten one-minute baskets. */
  operatingS: number;
  /** When the oldest of them drops out: unix seconds. */
  resetAtS: number;
}

/** Time spent in a method by a webhook or an application (facts §6). It is asked before a call: one may cross the limit. */
export interface OperatingTime {
  spent(credential: string, method: string): OperatingSpent;
  charge(credential: string, method: string, costS: number): OperatingSpent;
  forget(): void;
}

interface Basket {
  minute: number;
  seconds: number;
}

export function createOperatingTime(now: () => number): OperatingTime {
  const ledgers = new Map<string, Basket[]>();

  function current(key: string, minute: number): Basket[] {
    const baskets = ledgers.get(key) ?? [];
    while (baskets.length > 0 && (baskets[0] as Basket).minute <= minute - BASKETS) baskets.shift();
    return baskets;
  }
  const spentIn = (baskets: readonly Basket[], minute: number): OperatingSpent => {
    let seconds = 0;
    for (const basket of baskets) seconds += basket.seconds;
    return {
      operatingS: seconds,
      resetAtS: (((baskets[0]?.minute ?? minute) + BASKETS) * BASKET_MS) / 1000,
    };
  };
  return {
    spent(credential, method) {
      const minute = Math.floor(now() / BASKET_MS);
      return spentIn(current(`${credential} ${method}`, minute), minute);
    },
    charge(credential, method, costS) {
      const minute = Math.floor(now() / BASKET_MS);
      const key = `${credential} ${method}`;
      const baskets = current(key, minute);
      const last = baskets.at(-1);
      if (last?.minute === minute) last.seconds += costS;
      else baskets.push({ minute, seconds: costS });
      ledgers.set(key, baskets);
      return spentIn(baskets, minute);
    },
    forget: () => ledgers.clear(),
  };
}
