/** What waits to be sent to one address, some of it until others have overtaken it. */
export interface SendingOrder<Sending> {
  readonly size: number;
  /** `behind`: so many that were added later are sent before it. */
  add(sending: Sending, behind: number): void;
  /** The next one, or nothing when all that is left still waits to be overtaken. */
  next(): Sending | undefined;
  /** The first of those, when nobody came who could overtake it. */
  nextHeld(): Sending | undefined;
}

export function createSendingOrder<Sending>(): SendingOrder<Sending> {
  const waiting: { sending: Sending; behind: number }[] = [];
  return {
    get size() {
      return waiting.length;
    },
    add(sending, behind) {
      waiting.push({ sending, behind });
    },
    next() {
      const place = waiting.findIndex(({ behind }) => behind === 0);
      if (place === -1) return undefined;
      for (const overtaken of waiting.slice(0, place)) overtaken.behind -= 1;
      // The first one nearly always; taking it from the front is cheap however many wait.
      return (place === 0 ? waiting.shift() : waiting.splice(place, 1)[0])?.sending;
    },
    nextHeld: () => waiting.shift()?.sending,
  };
}
