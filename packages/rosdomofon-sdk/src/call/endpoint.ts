import type { z } from 'zod';
import { ConfigurationError } from '../errors.ts';
import { check } from '../options.ts';
import type { ApiRequest, Effect, Method } from './call.ts';

type Fields = Readonly<Record<string, string | number | boolean | undefined>>;

/** One call of the API, as the table of its documentation has it. */
export interface Endpoint<Params extends z.ZodType> {
  /** Where the method is found: `accounts.get`. */
  operation: string;
  /** `GET /abonents-service/api/v1/accounts/{accountId}`: the braces name parameters. */
  call: `${Method} /${string}`;
  params: Params;
  query?: (params: z.output<Params>) => Fields;
  json?: (params: z.output<Params>) => unknown;
  form?: (params: z.output<Params>) => Record<string, string>;
  /** GET reads, POST creates, everything else may be repeated, unless it is said here. */
  effect?: Effect;
}

const EFFECTS: Readonly<Record<Method, Effect>> = {
  GET: 'read',
  POST: 'creation',
  PUT: 'repeatable',
  PATCH: 'repeatable',
  DELETE: 'repeatable',
};

/** Checks the parameters and writes them to where they belong. */
export function buildRequest<Params extends z.ZodType>(
  endpoint: Endpoint<Params>,
  given: unknown,
  more: Fields = {},
): ApiRequest {
  const { operation, query, json, form } = endpoint;
  const params = check(endpoint.params, given ?? {}, operation);
  const [method, route] = endpoint.call.split(' ') as [Method, string];
  const search = queryOf({ ...query?.(params), ...more });
  return {
    operation,
    method,
    route,
    path: fillIn(route, params as Record<string, unknown>, operation) + search,
    ...bodyOf(json?.(params), form?.(params)),
    effect: endpoint.effect ?? EFFECTS[method],
  };
}

function fillIn(route: string, params: Record<string, unknown>, operation: string): string {
  return route.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = String(params[name]);
    // Nothing that a path is made of may lead to another call than the one that was meant.
    if (value === '' || value === '.' || value === '..')
      throw new ConfigurationError(`${operation}: ${name}: expected more than "${value}"`);
    return encodeURIComponent(value);
  });
}

function queryOf(fields: Fields): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(fields))
    if (value !== undefined) search.set(name, String(value));
  return search.size > 0 ? `?${search.toString()}` : '';
}

function bodyOf(json: unknown, form: Record<string, string> | undefined) {
  if (form)
    return {
      body: new URLSearchParams(form).toString(),
      contentType: 'application/x-www-form-urlencoded',
    };
  if (json !== undefined) return { body: JSON.stringify(json), contentType: 'application/json' };
  return { body: undefined, contentType: undefined };
}
