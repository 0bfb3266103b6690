/** A phone in any spelling: 11 digits that begin with 7 or 8. Its last two stay, to recognise it by. */
const PHONE = /(?<!\d)\+?[78][\s-]?\(?\d{3}\)?[\s-]?\d{3}[\s-]?\d{2}[\s-]?(\d{2})(?!\d)/g;
const MASK = '*********$1';

/** For those who may not see phones: text, or any plain JSON, without a phone in it. */
export function maskPhones(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(PHONE, MASK);
  if (typeof value === 'number' || typeof value === 'bigint') {
    const text = String(value);
    const masked = text.replace(PHONE, MASK);
    return masked === text ? value : masked;
  }
  if (Array.isArray(value)) return value.map(maskPhones);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [maskPhones(key), maskPhones(entry)]),
  );
}
