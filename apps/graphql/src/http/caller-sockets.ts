/** How many sockets each caller has open in this process. */
export class CallerSockets {
  readonly #most: number;
  readonly #open = new Map<string, number>();

  constructor(most: number) {
    this.#most = most;
  }

  /** False: it is one too many. Else to be given back when it closes. */
  take(caller: string): boolean {
    const open = this.#open.get(caller) ?? 0;
    if (open >= this.#most) return false;
    this.#open.set(caller, open + 1);
    return true;
  }

  giveBack(caller: string): void {
    const left = (this.#open.get(caller) ?? 0) - 1;
    if (left > 0) this.#open.set(caller, left);
    else this.#open.delete(caller);
  }
}
