export interface Exit {
  code: number | null;
  signal: NodeJS.Signals | null;
}

/** A part that was started: a child process, or the embedded Postgres. */
export interface Running {
  readonly pid: number;
  readonly exited: Promise<Exit>;
  /** Asks it to stop. */
  stop(): void;
  /** Ends it at once, with everything below it. */
  kill(): void;
  /** What it said last, to show when it died. */
  lastWords(): readonly string[];
}

export function describeExit({ code, signal }: Exit): string {
  return signal ? `was ended by ${signal}` : `ended with exit code ${code}`;
}
