import { median } from './figures.ts';
import { cpuSecondsOfFamily, usageOf } from './process-usage.ts';

interface Sample {
  readonly client: number;
  readonly server: number;
}

const MICROSECONDS = 1e6;

/** CPU time per event, of a process and of Postgres. On a machine that others use too it says more than a rate does. */
export class CpuPerEvent {
  readonly #postgres: number;
  readonly #samples = new Map<string, Sample[]>();

  constructor(postgresPid: number) {
    this.#postgres = postgresPid;
  }

  /** What is given back ends the measurement. */
  begin(pid: number): (name: string, events: number) => void {
    const before = this.#look(pid);
    return (name, events) => {
      const after = this.#look(pid);
      const sample = {
        client: (after.client - before.client) / events,
        server: (after.server - before.server) / events,
      };
      this.#samples.set(name, [...(this.#samples.get(name) ?? []), sample]);
    };
  }

  line(name: string): string {
    const samples = this.#samples.get(name) ?? [];
    const of = (pick: (sample: Sample) => number) => (median(samples.map(pick)) * MICROSECONDS).toFixed(0);
    return `CPU per event: Node ${of((sample) => sample.client)} µs, Postgres ${of((sample) => sample.server)} µs`;
  }

  #look(pid: number): Sample {
    return { client: usageOf(pid).cpuSeconds, server: cpuSecondsOfFamily(this.#postgres) };
  }
}
