/** Wakes one who waits, also when it rang before: until somebody waited for it, it has rung. */
export class Alarm {
  #hasRung = false;
  #wake: (() => void) | null = null;

  ring(): void {
    this.#hasRung = true;
    this.#wake?.();
  }

  /** Until it rings, for so long at most, or until aborted. Null: however long it takes. */
  async wait(timeoutMs: number | null, signal: AbortSignal): Promise<void> {
    if (!this.#hasRung && !signal.aborted) await this.#rings(timeoutMs, signal);
    this.#hasRung = false;
  }

  async #rings(timeoutMs: number | null, signal: AbortSignal): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const wake = () => resolve();
    const timer = timeoutMs === null ? undefined : setTimeout(wake, timeoutMs);
    signal.addEventListener('abort', wake);
    this.#wake = wake;
    await promise;
    this.#wake = null;
    signal.removeEventListener('abort', wake);
    clearTimeout(timer);
  }
}
