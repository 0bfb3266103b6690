import type { Endpoints } from '../data-folder/endpoints.ts';

/** A part that runs: one line of the start. */
export interface PartLine {
  name: string;
  /** What it is: `embedded 18.4`, `sandbox`, `external`. */
  what: string;
  address: string;
  seconds: number;
  note?: string;
}

export interface ReadyReport {
  endpoints: Endpoints;
  endpointsFile: string;
  /** From the start of the process. */
  seconds: number;
  /** The exact command that makes sample events arrive; null where nobody should. */
  demoCommand: string | null;
  usesSandbox: boolean;
}

/** What the launcher tells, to a person or to a program. */
export interface Reporter {
  header(fields: { version: string; usesSandbox: boolean; company: string }): void;
  part(line: PartLine): void;
  note(text: string): void;
  warning(text: string): void;
  /** A line that a child wrote. */
  childLine(part: string, text: string): void;
  ready(report: ReadyReport): void;
  stopping(reason: string): void;
  stopped(seconds: number): void;
  failed(message: string, details: readonly string[]): void;
}

/** Where lines go; never throws, also when nobody reads any more. */
export type WriteLine = (line: string) => void;
