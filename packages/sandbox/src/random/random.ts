import { createHash } from 'node:crypto';

/** Random choices that a seed repeats exactly, on every machine. */
export interface Random {
  /** A fraction, 0 included, 1 not. */
  next(): number;
  /** A whole number, both ends included. */
  int(min: number, max: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly [T, ...T[]]): T;
  uuid(): string;
}

/** The generator is sfc32: four words of state, far longer than any run of ours, no dependency. */
export function createRandom(seed: string | number): Random {
  const digest = createHash('sha256').update(String(seed)).digest();
  let [a = 0, b = 0, c = 0, counter = 0] = [0, 4, 8, 12].map((at) => digest.readInt32LE(at));

  function word(): number {
    const result = (a + b + counter) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + result) | 0;
    counter = (counter + 1) | 0;
    return result >>> 0;
  }
  const next = () => word() / 2 ** 32;
  const int = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick: (list) => list[int(0, list.length - 1)] ?? list[0],
    uuid: () => uuidOf(Uint32Array.of(word(), word(), word(), word())),
  };
}

/** The same name always gives the same id: for things that exist once, such as a street. */
export function uuidOfName(name: string): string {
  const digest = createHash('sha256').update(name).digest();
  return uuidOf(Uint32Array.from([0, 4, 8, 12], (at) => digest.readUInt32LE(at)));
}

function uuidOf(words: Uint32Array): string {
  const hex = Buffer.from(words.buffer).toString('hex');
  // Version 4 and the variant have their fixed places in a UUID.
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20),
  ].join('-');
}
