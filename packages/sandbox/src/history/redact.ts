import type { IncomingHttpHeaders } from 'node:http';

const REDACTED = '[redacted]';
/** Names of what nobody else may see, in headers, queries, forms and JSON. */
const SECRET = /pass|token|secret|api[-_]?key|authorization|cookie|sms_code|^auth$|^code$/i;
/** Names that sound like it and are harmless. */
const HARMLESS = /^(?:restrictionPushTokenIds|token_type)$/;
/** Paths that carry a secret: as their last part, or a webhook of Bitrix24. */
const SECRET_PATH = /^(.*\/action_token\/verify\/|\/rest\/\d+\/)[^/]+/;
const MAX_CHARS = 8192;

/** A copy in which whatever has the name of a secret is crossed out, however deep. */
export function redacted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(redacted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      SECRET.test(name) && !HARMLESS.test(name) ? REDACTED : redacted(inner),
    ]),
  );
}

export const redactedHeaders = (headers: IncomingHttpHeaders): Record<string, unknown> => ({
  ...(redacted(headers) as Record<string, unknown>),
  // That there was a token, and of what kind, is worth knowing.
  ...(headers.authorization === undefined
    ? {}
    : { authorization: `${headers.authorization.split(' ')[0]} ${REDACTED}` }),
});

export const redactedPath = (path: string): string => path.replace(SECRET_PATH, `$1${REDACTED}`);

/** A long body is told by its beginning. */
export function redactedBody(body: unknown): unknown {
  if (body === undefined || body === null) return null;
  const safe = redacted(body);
  const text = JSON.stringify(safe);
  return text.length <= MAX_CHARS ? safe : `${text.slice(0, MAX_CHARS)}… (${text.length} characters)`;
}
