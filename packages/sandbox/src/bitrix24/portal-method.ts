import type { PortalContext } from './portal-context.ts';
import type { Params } from './transport/params.ts';

export type Caller =
  | {
      kind: 'webhook';
      /** Whose operating time is spent. */
      credential: string;
      code: string;
      userId: number;
      scopes: readonly string[];
    }
  | {
      kind: 'application';
      credential: string;
      clientId: string;
      userId: number;
      scopes: readonly string[];
      accessToken: string;
    };

/** A call as a method sees it, whether it came alone or in a batch. */
export interface Call {
  method: string;
  params: Params;
  caller: Caller;
  context: PortalContext;
  atMs: number;
  /** What the caller wants its own changes to be known by (facts §8, Echo). */
  authConnector: string | null;
}

export interface RestAnswer {
  result: unknown;
  total?: number;
  next?: number;
}

export interface PortalMethod {
  /** As it is documented; callers may write it in any case (facts §15). */
  name: string;
  /** Null: no scope is needed. */
  scope: string | null;
  /** Refuses webhooks (facts: A). */
  auth?: 'application';
  isBatchable?: false;
  run(call: Call): RestAnswer | Promise<RestAnswer>;
}
