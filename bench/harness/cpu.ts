import { readdirSync, readFileSync } from 'node:fs';
import { median } from './figures.ts';

interface Times {
  readonly parent: number;
  /** Of the process, and of its children that have ended, in ticks of 10 ms. */
  readonly own: number;
  readonly ended: number;
}

const TICK_US = 10_000;

function timesOf(pid: number): Times | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const at = (index: number) => fields[index] ?? 0;
    return { parent: at(1), own: at(11) + at(12), ended: at(13) + at(14) };
  } catch {
    return null;
  }
}

const ofProcess = (pid: number): number => (timesOf(pid)?.own ?? Number.NaN) * TICK_US;

/** Of a process and its children: a Postgres. */
function ofFamily(pid: number): number {
  const root = timesOf(pid);
  if (root === null) return Number.NaN;
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const children = pids.flatMap((name) => timesOf(Number(name)) ?? []).filter(({ parent }) => parent === pid);
  return (root.own + root.ended + children.reduce((sum, { own }) => sum + own, 0)) * TICK_US;
}

/** CPU time per event, of a process and of Postgres. On a machine that others use too it says more than a rate does. */
export class Cpu {
  readonly #postgres: number;
  readonly #samples = new Map<string, { client: number; server: number }[]>();

  constructor(postgresPid: number) {
    this.#postgres = postgresPid;
  }

  /** What is given back ends the measurement. */
  begin(pid: number): (name: string, events: number) => void {
    const [client, server] = [ofProcess(pid), ofFamily(this.#postgres)];
    return (name, events) => {
      const sample = {
        client: (ofProcess(pid) - client) / events,
        server: (ofFamily(this.#postgres) - server) / events,
      };
      this.#samples.set(name, [...(this.#samples.get(name) ?? []), sample]);
    };
  }

  line(name: string): string {
    const samples = this.#samples.get(name) ?? [];
    const of = (pick: (sample: { client: number; server: number }) => number) =>
      median(samples.map(pick)).toFixed(0);
    return `CPU per event: Node ${of((sample) => sample.client)} µs, Postgres ${of((sample) => sample.server)} µs`;
  }
}
