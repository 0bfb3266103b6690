/** A bell: whoever waits goes on when it rings, or when their time is up. Once rung it stays rung. */
export class Wake {
  readonly #rung: Promise<void>;
  #ring!: () => void;

  constructor() {
    this.#rung = new Promise((resolve) => {
      this.#ring = resolve;
    });
  }

  ring(): void {
    this.#ring();
  }

  next(): Promise<void> {
    return this.#rung;
  }

  async wait(atMostMs: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const time = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, atMostMs);
    });
    await Promise.race([this.#rung, time]);
    clearTimeout(timer);
  }
}
