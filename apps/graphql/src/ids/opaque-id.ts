const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const VALUE = new Map(ALPHABET.split('').map((character, value) => [character, BigInt(value)]));

/** How ids of one size are written. Changing a number here changes every id that clients have stored. */
interface Width {
  readonly bits: number;
  readonly characters: number;
  /** Odd, so that multiplying by it modulo 2^bits can be undone by its inverse. */
  readonly factor: bigint;
  readonly inverse: bigint;
  readonly mask: bigint;
}

const width = (bits: number, factor: bigint, mask: bigint): Width => {
  let inverse = 1n;
  for (let known = 1; known < bits; known *= 2)
    inverse = BigInt.asUintN(bits, inverse * (2n - factor * inverse));
  return { bits, characters: Math.ceil(bits / 5), factor, inverse, mask };
};

const WIDTHS = {
  64: width(64, 0x9e3779b97f4a7c15n, 0x5851f42d4c957f2dn),
  128: width(128, 0x9e3779b97f4a7c15f39cc0605cedc835n, 0x2545f4914f6cdd1d5851f42d4c957f2dn),
} as const;

/**
 * A number as text from which nobody reads the number or guesses the next one by counting. This hides, it does not
 * protect: what a caller may see is decided by the tenant of each read.
 */
export function encodeOpaque(value: bigint, bits: keyof typeof WIDTHS = 64): string {
  const { factor, mask, characters } = WIDTHS[bits];
  let rest = BigInt.asUintN(bits, value * factor) ^ mask;
  let text = '';
  for (let left = characters; left > 0; left -= PIECE) {
    text = pieceOf(Number(rest & PIECE_MASK), Math.min(left, PIECE)) + text;
    rest >>= PIECE_BITS;
  }
  return text;
}

/** So many characters are written out with numbers: a bigint costs more at each step, and a page has hundreds of ids. */
const PIECE = 6;
const PIECE_BITS = BigInt(PIECE * 5);
const PIECE_MASK = (1n << PIECE_BITS) - 1n;

function pieceOf(value: number, characters: number): string {
  let text = '';
  for (let shift = (characters - 1) * 5; shift >= 0; shift -= 5) text += ALPHABET[(value >> shift) & 31];
  return text;
}

/** Null for everything that `encodeOpaque` never wrote. */
export function decodeOpaque(text: string, bits: keyof typeof WIDTHS = 64): bigint | null {
  const { inverse, mask, characters } = WIDTHS[bits];
  if (text.length !== characters) return null;
  let mixed = 0n;
  for (const character of text) {
    const value = VALUE.get(character);
    if (value === undefined) return null;
    mixed = (mixed << 5n) | value;
  }
  if (mixed >> BigInt(bits) !== 0n) return null;
  return BigInt.asUintN(bits, (mixed ^ mask) * inverse);
}
