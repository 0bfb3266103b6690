import type { z } from 'zod';
import type { PortalContext } from '../bitrix24/portal-context.ts';
import type { OpenContext } from '../rosdomofon/open-context.ts';
import { InvalidRequestError } from './control-error.ts';

/** What the calls work on. */
export interface ControlContext extends Omit<OpenContext, 'reset' | 'close'> {
  companyShortName: string;
  bitrix24: PortalContext;
  /** No records and no changes any more; offsets and ids go on, and the generator with other events. */
  reset: () => void;
  /** What `GET /healthz` tells besides the topics. */
  describe: () => Record<string, unknown>;
}

type Method = 'GET' | 'POST' | 'DELETE';

interface CallDefinition<Accepted extends z.ZodObject> {
  method: Method;
  path: string;
  summary: string;
  /** The fields of the body, or of the query for GET and DELETE, each with a description. */
  accepts: Accepted;
  status?: number;
  run: (input: z.output<Accepted>, context: ControlContext, signal: AbortSignal) => object | Promise<object>;
}

/** A call of the control API. Its index, its errors and the README are made from the same description. */
export interface Call {
  method: Method;
  path: string;
  summary: string;
  accepted: Readonly<Record<string, string>>;
  status: number;
  answer: (input: unknown, context: ControlContext, signal: AbortSignal) => object | Promise<object>;
}

export function defineCall<Accepted extends z.ZodObject>(definition: CallDefinition<Accepted>): Call {
  const { method, path, summary, accepts, status = 200, run } = definition;
  const accepted = Object.fromEntries(
    Object.entries(accepts.shape).map(([field, schema]) => [field, schema.description ?? '']),
  );
  return {
    method,
    path,
    summary,
    accepted,
    status,
    answer(input, context, signal) {
      const parsed = accepts.safeParse(input);
      if (!parsed.success) throw new InvalidRequestError(parsed.error.issues, accepted);
      return run(parsed.data, context, signal);
    },
  };
}
