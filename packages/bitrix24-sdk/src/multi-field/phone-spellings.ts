/** What follows the number itself: `;123`, `,123`, `доб. 123`, `ext. 123`. The portal ignores it too (facts §7.3). */
const EXTENSION = /\s*(?:[;,#x]|доб\.?|ext\.?)\s*\d+\s*$/i;

const LONGEST_READ = 100;

/** The digits that decide: 11 that begin with 7 for Russia and Kazakhstan, whatever way they are written. */
function phoneDigits(phone: string): string {
  const digits = phone.slice(0, LONGEST_READ).replace(EXTENSION, '').replace(/\D/g, '');
  if (digits.length === 11 && digits.startsWith('8')) return `7${digits.slice(1)}`;
  if (digits.length === 10 && !phone.trim().startsWith('+')) return `7${digits}`;
  return digits;
}

/** Everything without digits is a number of its own. */
export const samePhone = (one: string, other: string): boolean =>
  (phoneDigits(one) || one.trim()) === (phoneDigits(other) || other.trim());

/** Shorter ones are extensions and service numbers: they have one spelling. */
const SHORTEST_WHOLE = 10;

/**
 * The ways in which a portal may have the number. It compares whole numbers, so all of them have to be asked for; what
 * we store is the first.
 */
export function phoneSpellings(phone: string): string[] {
  const digits = phoneDigits(phone);
  if (digits.length < SHORTEST_WHOLE) return [phone.trim()];
  if (!/^7\d{10}$/.test(digits)) return [`+${digits}`, digits];
  const national = digits.slice(1);
  return [`+${digits}`, digits, `8${national}`, national];
}
