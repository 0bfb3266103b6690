import type { EnvSource } from '../env.ts';

/** Marks text for a person; without colour it gives the text back. */
export interface Palette {
  dim: (text: string) => string;
  bold: (text: string) => string;
  green: (text: string) => string;
  yellow: (text: string) => string;
  red: (text: string) => string;
  cyan: (text: string) => string;
}

export function createPalette(hasColor: boolean): Palette {
  const mark = (code: number) => (text: string) => (hasColor ? `\u001B[${code}m${text}\u001B[0m` : text);
  return { dim: mark(2), bold: mark(1), green: mark(32), yellow: mark(33), red: mark(31), cyan: mark(36) };
}

/** Colour only for a terminal, and not for a person who said NO_COLOR (https://no-color.org). */
export function wantsColor(isTerminal: boolean, source: EnvSource): boolean {
  return isTerminal && !source['NO_COLOR'] && source['TERM'] !== 'dumb';
}
