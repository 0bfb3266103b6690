const SECRET_KEY =
  /pass(word|wd)?$|secret|token|authorization|^auth$|cookie|api_?key|credential|signature|sms_?code/i;
const REDACTED = '[redacted]';

/** A phone in any spelling: 11 digits that begin with 7 or 8. Its last two digits stay, to recognise it by. */
const PHONE = /(?<!\d)\+?[78][\s-]?\(?\d{3}\)?[\s-]?\d{3}[\s-]?\d{2}[\s-]?(\d{2})(?!\d)/g;
const BEARER = /\b(bearer|basic)\s+[\w.~+/=-]+/gi;
const QUERY_SECRET = /([?&](?:auth|access_token|refresh_token|token|code|client_secret|password)=)[^&\s#]+/gi;
const USER_INFO = /(\/\/)[^/@\s]+@/g;
/** The path of a Bitrix24 webhook: `/rest/1/<code>/`. */
const WEBHOOK_CODE = /(\/rest\/(?:api\/)?\d+\/)[^/\s]+/g;

const MOST_DEPTH = 5;
const MOST_ENTRIES = 30;
const MOST_CHARACTERS = 500;
const MOST_BYTES = 4_096;

/**
 * What of a request or an answer is kept with an attempt: small, plain JSON, without secrets, phones masked. A person
 * shall see what was said, nobody shall be able to use it.
 */
export function redactSummary(value: unknown): unknown {
  const plain = redact(value, 0) ?? null;
  const text = JSON.stringify(plain);
  if (text.length <= MOST_BYTES) return plain;
  return { cutFrom: text.length, beginsWith: text.slice(0, MOST_BYTES / 4) };
}

function redact(value: unknown, depth: number): unknown {
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'string') return redactText(value);
  if (typeof value === 'number') return Number.isFinite(value) ? redactNumber(value) : null;
  if (typeof value === 'bigint') return redactText(String(value));
  if (typeof value !== 'object') return undefined;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  // Messages of errors quote what they are about.
  if (value instanceof Error) return { name: value.name };
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (depth >= MOST_DEPTH) return '[deeper]';
  if (Array.isArray(value)) {
    const kept = value.slice(0, MOST_ENTRIES).map((entry) => redact(entry, depth + 1) ?? null);
    return value.length > MOST_ENTRIES ? [...kept, `[${value.length - MOST_ENTRIES} more]`] : kept;
  }
  const entries = Object.entries(value)
    .slice(0, MOST_ENTRIES)
    .map(([key, entry]) => [redactText(key), SECRET_KEY.test(key) ? REDACTED : redact(entry, depth + 1)]);
  return Object.fromEntries(entries);
}

function redactText(text: string): string {
  // Cut afterwards: half a secret at the cut would not be known as one. What is far behind it is not looked at.
  const redacted = text
    .slice(0, 2 * MOST_CHARACTERS)
    .replace(BEARER, `$1 ${REDACTED}`)
    .replace(QUERY_SECRET, `$1${REDACTED}`)
    .replace(USER_INFO, `$1${REDACTED}@`)
    .replace(WEBHOOK_CODE, `$1${REDACTED}`)
    .replace(PHONE, '*********$1');
  return redacted.length > MOST_CHARACTERS ? `${redacted.slice(0, MOST_CHARACTERS)}…` : redacted;
}

/** RosDomofon gives phones as numbers. */
const redactNumber = (value: number): number | string => {
  const text = String(value);
  const redacted = redactText(text);
  return redacted === text ? value : redacted;
};
