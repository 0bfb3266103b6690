import type { z } from 'zod';
import type { Bitrix24Calls } from '../call/calls.ts';
import type { CallOptions, Command, Effect } from '../call/command.ts';
import { effectOf } from '../call/method-effect.ts';
import { check } from '../options.ts';

/** What resources are made of. */
export interface ResourceContext extends Bitrix24Calls {
  /** Goes along with what changes something, so that the portal does not tell us of it as news (facts §8). */
  readonly authConnector?: string | undefined;
}

/** One method of the API, as the table of its documentation has it. */
export interface Endpoint<Params extends z.ZodType, Answer extends z.ZodType> {
  /** Where it is found: `contacts.add`. */
  operation: string;
  /** Exactly as documented: `crm.item.add`. */
  method: string;
  params: Params;
  /** The parameters as the portal knows them; the same when absent. */
  wire?: (params: z.output<Params>) => object;
  /** The shape of `result`, and what becomes of it. */
  answer: Answer;
  /** By the method's name when absent. */
  effect?: Effect | ((params: z.output<Params>) => Effect);
}

/** Parameters may be left out where all of them may. */
export type Args<Params, Options> =
  // oxlint-disable-next-line typescript/no-generated-empty-object-type -- "no parameters at all" is what it means
  Record<never, never> extends Params
    ? [params?: Params, options?: Options]
    : [params: Params, options?: Options];

/** What `batch` takes; its outcome has the type of the answer. */
export type TypedCommand<Answer extends z.ZodType> = Command<Answer> & { readonly answer: Answer };

/** A method: called, or, as a `command`, part of a batch. */
export interface Method<Params, Answer extends z.ZodType> {
  (...args: Args<Params, CallOptions>): Promise<z.output<Answer>>;
  /** The same call for `batch`; ids and fields may be references to earlier commands. */
  readonly command: (...args: Args<Params, never>) => TypedCommand<Answer>;
}

export function createMethod<Params extends z.ZodType, Answer extends z.ZodType>(
  context: ResourceContext,
  endpoint: Endpoint<Params, Answer>,
): Method<z.input<Params>, Answer> {
  const command = (params: unknown): TypedCommand<Answer> =>
    buildCommand(endpoint, params, context.authConnector);
  const call = async (params: unknown, options?: CallOptions) => context.call(command(params), options);
  // Whatever is given as parameters is checked by the endpoint's schema.
  return Object.assign(call, { command }) as unknown as Method<z.input<Params>, Answer>;
}

function buildCommand<Params extends z.ZodType, Answer extends z.ZodType>(
  { operation, method, params: schema, wire, answer, effect: given }: Endpoint<Params, Answer>,
  value: unknown,
  authConnector: string | undefined,
): TypedCommand<Answer> {
  const params = check(schema, value ?? {}, operation);
  const effect = (typeof given === 'function' ? given(params) : given) ?? effectOf(method);
  const isTold = effect !== 'read' && /^(crm|catalog)\./.test(method);
  return {
    method,
    params: withoutAbsent({
      ...(wire ? wire(params) : (params as object)),
      ...(isTold && { auth_connector: authConnector }),
    }),
    answer,
    effect,
  };
}

/** `undefined` is nothing to send, neither in JSON nor in a batch. */
export const withoutAbsent = (params: object) =>
  Object.fromEntries(Object.entries(params).filter(([, value]) => value !== undefined));
