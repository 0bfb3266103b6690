/** The value below which the share `p` (0 to 1) of the samples lies. */
export function percentile(samples: readonly number[], p: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? Number.NaN;
}

export const median = (samples: readonly number[]) => percentile(samples, 0.5);

const thousands = (n: number) => Math.round(n).toLocaleString('en');

/** Rates of one thing over the rounds of a run, in events per second. */
export class Rates {
  readonly #rates = new Map<string, number[]>();

  add(name: string, events: number, seconds: number): void {
    const rate = events / seconds;
    this.#rates.set(name, [...(this.#rates.get(name) ?? []), rate]);
    console.error(`  ${name}: ${thousands(rate)}/s`);
  }

  median(name: string): number {
    return median(this.#rates.get(name) ?? []);
  }

  /** One line: median (min–max). */
  line(name: string): string {
    const rates = this.#rates.get(name) ?? [];
    const range = `${thousands(Math.min(...rates))}–${thousands(Math.max(...rates))}`;
    return `${name.padEnd(44)} ${thousands(median(rates)).padStart(8)}/s (${range})`;
  }
}

/** A ratio with its target, as a line that says whether it is met. */
export function verdict(name: string, value: number, target: number, atMost = false): string {
  const met = atMost ? value <= target : value >= target;
  const bound = `${atMost ? '≤' : '≥'} ${target}`;
  return `${met ? 'met   ' : 'MISSED'} ${name.padEnd(52)} ${value.toFixed(2).padStart(7)}   wanted ${bound}`;
}
