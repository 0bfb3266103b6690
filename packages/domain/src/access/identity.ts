import type { IsAllowedFrom } from './networks.ts';
import type { Permissions } from './permissions.ts';

/** A person's session, as the caller of an operation. */
export interface PersonSession {
  readonly sessionId: bigint;
  readonly userId: bigint;
}

/** Who asks, in whose company, and what they may do. */
export interface Identity {
  readonly companyId: bigint;
  /** As rows say it that tell who did something: `api-key:<public id>`, `user:<public id>`. */
  readonly actor: string;
  readonly permissions: Permissions;
  /** Null: a program, with a key. */
  readonly session: PersonSession | null;
  /** May it come from this address? To be asked for each connection: who remembers an identity has not asked it. */
  readonly isAllowedFrom: IsAllowedFrom;
  /** In milliseconds of the wall clock: from then on it is nobody. Null: nothing ends it by itself. */
  readonly goodUntil: number | null;
}
