import type { IncomingHttpHeaders } from 'node:http';

const BEARER = /^Bearer +(\S+) *$/i;

const first = (value: unknown): string | null => {
  const one: unknown = Array.isArray(value) ? value[0] : value;
  return typeof one === 'string' && one !== '' ? one : null;
};

/** `Authorization: Bearer dmv_…` or `X-Api-Key: dmv_…`. */
export const apiKeyOfHeaders = (headers: IncomingHttpHeaders): string | null =>
  BEARER.exec(headers.authorization ?? '')?.[1] ?? first(headers['x-api-key']);

/** The payload of graphql-ws' `connection_init`: `{ apiKey }` or `{ Authorization: 'Bearer …' }`. */
export function apiKeyOfParams(params: Readonly<Record<string, unknown>> | undefined): string | null {
  const authorization = first(params?.['Authorization']) ?? first(params?.['authorization']) ?? '';
  return first(params?.['apiKey']) ?? BEARER.exec(authorization)?.[1] ?? null;
}
