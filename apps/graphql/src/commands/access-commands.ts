import {
  type ApiKeyProblem,
  apiKeyProblem,
  createApiKey,
  type InviteResult,
  inviteStaff,
  lacking,
  type OwnPerson,
  type Permission,
  type RemoveStaffResult,
  type Role,
  readPerson,
  removeStaff,
  revokeApiKey,
  revokeSession,
  rotateApiKey,
  type SetRoleResult,
  setRole,
  withdrawInvitation,
} from '@domovoy/domain';
import type { InvitationRow, Store } from '@domovoy/store';
import type { Caller } from './caller.ts';

interface KeyGiven {
  readonly name: string;
  readonly permissions: readonly Permission[];
  readonly networks: readonly string[];
  readonly expiresAt: Date | undefined;
}

export type KeyMade =
  | { readonly kind: 'made'; readonly apiKeyId: bigint; readonly key: string }
  | ({ readonly kind: 'invalid' } & ApiKeyProblem)
  | { readonly kind: 'beyond'; readonly permissions: readonly Permission[] };

/** Who may do what. */
export interface AccessCommands {
  createApiKey(given: KeyGiven): Promise<KeyMade>;
  /** False: it is revoked. */
  revokeApiKey(publicId: string): Promise<boolean>;
  /** Null: it is revoked. */
  rotateApiKey(publicId: string): Promise<{ key: string } | null>;
  inviteStaff(given: { email: string; role: Role }): Promise<InviteResult>;
  /** Null: there is no open one. */
  withdrawInvitation(invitationId: bigint): Promise<InvitationRow | null>;
  setRole(userId: bigint, role: Role): Promise<SetRoleResult>;
  removeStaff(userId: bigint): Promise<RemoveStaffResult>;
  /** Of the caller's own. False: they have no such one. */
  revokeSession(sessionId: bigint): Promise<boolean>;
  /** Null: the caller is a program. */
  readPerson(): Promise<OwnPerson | null>;
}

/** Whatever is made here is for real systems. */
const ENVIRONMENT = 'live';

export function accessCommands(store: Store, caller: Caller): AccessCommands {
  const { companyId, actor, permissions, session } = caller;
  const by = { companyId, actor };
  return {
    createApiKey: async ({ expiresAt, ...given }) => {
      const wanted = { ...given, name: given.name.trim(), ...(expiresAt === undefined ? {} : { expiresAt }) };
      const problem = apiKeyProblem(wanted);
      if (problem !== null) return { kind: 'invalid', ...problem };
      const beyond = lacking(permissions, given.permissions);
      if (beyond.length > 0) return { kind: 'beyond', permissions: beyond };
      const made = await createApiKey(store, { ...by, ...wanted, environment: ENVIRONMENT });
      return { kind: 'made', apiKeyId: made.apiKeyId, key: made.key };
    },
    revokeApiKey: (publicId) => revokeApiKey(store, { ...by, publicId }),
    rotateApiKey: (publicId) => rotateApiKey(store, { ...by, publicId, environment: ENVIRONMENT }),
    inviteStaff: (given) => inviteStaff(store, { ...by, ...given, permissions }),
    withdrawInvitation: (invitationId) => withdrawInvitation(store, { ...by, invitationId }),
    setRole: (userId, role) => setRole(store, { ...by, userId, role, permissions }),
    removeStaff: (userId) => removeStaff(store, { ...by, userId }),
    revokeSession: async (sessionId) =>
      session !== null && (await revokeSession(store, { userId: session.userId, actor, sessionId })) !== null,
    readPerson: async () => session && readPerson(store, session.userId),
  };
}
