import type { IncomingHttpHeaders } from 'node:http';

const BEARER = /^Bearer +(\S+) *$/i;

const first = (value: unknown): string | null => {
  const one: unknown = Array.isArray(value) ? value[0] : value;
  return typeof one === 'string' && one !== '' ? one : null;
};

/** `Authorization: Bearer …` with an API key or an access token, or `X-Api-Key: dmv_…`. */
export const credentialOfHeaders = (headers: IncomingHttpHeaders): string | null =>
  BEARER.exec(headers.authorization ?? '')?.[1] ?? first(headers['x-api-key']);

/** The payload of graphql-ws' `connection_init`: `{ accessToken }`, `{ apiKey }` or `{ Authorization: 'Bearer …' }`. */
export function credentialOfParams(params: Readonly<Record<string, unknown>> | undefined): string | null {
  const authorization = first(params?.['Authorization']) ?? first(params?.['authorization']) ?? '';
  return (
    first(params?.['accessToken']) ?? first(params?.['apiKey']) ?? BEARER.exec(authorization)?.[1] ?? null
  );
}
