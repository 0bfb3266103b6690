import { Buffer } from 'node:buffer';

/** Text from outside, fit for an error or a log. */
export type Redactor = (text: string) => string;

const HIDDEN = '[hidden]';
/** Shorter ones would turn every text into riddles, and protect nothing. */
const SHORTEST_SECRET = 4;
/** Russian and Kazakh numbers, as the portal and people write them. */
const PHONE = /(?<![\d.])\+?[78][\s(-]{0,2}\d{3}[\s)-]{0,2}\d{3}[\s-]?\d{2}[\s-]?\d{2}(?!\d)/g;
/** The address of a web hook, of whichever portal. */
const WEBHOOK = /(\/rest\/(?:api\/)?\d+\/)[^/\s"'<>]+/gi;
const NAMED =
  /\b(access_token|refresh_token|client_secret|application_token|auth|code)(\\?["']?\s*[=:]\s*\\?["']?)[^\s"'&,}\\]+/gi;

/**
 * Hides secrets in words that come from outside: what the portal says of a request may repeat parts of it.
 * `secrets` is asked each time, since tokens change.
 */
export const createRedactor =
  ({ secrets, hidePhones }: { secrets: () => Iterable<string>; hidePhones: boolean }): Redactor =>
  (text) => {
    let safe = text;
    for (const secret of secrets())
      if (secret.length >= SHORTEST_SECRET)
        for (const written of spellings(secret)) safe = safe.replaceAll(written, HIDDEN);
    safe = safe.replace(WEBHOOK, `$1${HIDDEN}`).replace(NAMED, `$1$2${HIDDEN}`);
    return hidePhones ? safe.replace(PHONE, HIDDEN) : safe;
  };

/** As it is, and as it stands in a form, an URL or JSON; the longest first. */
function spellings(secret: string): string[] {
  const all = [
    secret,
    encodeURIComponent(secret),
    new URLSearchParams({ '': secret }).toString().slice(1),
    JSON.stringify(secret).slice(1, -1),
    Buffer.from(secret).toString('base64'),
  ];
  return [...new Set(all)].toSorted((a, b) => b.length - a.length);
}
