/** Sleeps until it is time, or until somebody rings. */
export interface WakeUp {
  /** At once when it rang since the last time. */
  wait(ms: number): Promise<void>;
  ring(): void;
}

const LONGEST_TIMER_MS = 2 ** 31 - 1;

export function createWakeUp(): WakeUp {
  let hasRung = false;
  let wake: (() => void) | undefined;
  return {
    async wait(ms) {
      if (!hasRung)
        await new Promise<void>((resolve) => {
          const timer = Number.isFinite(ms)
            ? setTimeout(resolve, Math.min(Math.ceil(ms), LONGEST_TIMER_MS))
            : undefined;
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      wake = undefined;
      hasRung = false;
    },
    ring() {
      hasRung = true;
      wake?.();
    },
  };
}
