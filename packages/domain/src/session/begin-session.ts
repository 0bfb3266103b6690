import { randomBytes } from 'node:crypto';
import {
  addAuditEntry,
  insertRefreshToken,
  insertSession,
  type SessionLife,
  type SessionRow,
  type Tx,
  type UserRow,
} from '@domovoy/store';
import { newRefreshToken, refreshTokenHash } from './refresh-token.ts';

const DAY_MS = 24 * 3_600_000;
/** Two weeks without a visit, three months at all: then the person signs in again. */
export const SESSION_LIFE: SessionLife = { idleMs: 14 * DAY_MS, longestMs: 90 * DAY_MS };

/** Where a session begins, for the person to know it by later. */
export interface SessionPlace {
  readonly address: string;
  readonly userAgent: string | null;
}

export interface BegunSession {
  readonly session: SessionRow;
  readonly refreshToken: string;
}

/** As rows say it that tell who did something. */
export const actorOfUser = ({ publicId }: Pick<UserRow, 'publicId'>): string => `user:${publicId}`;

const LONGEST_USER_AGENT = 300;

/** The person is known: they have a session in the company from now on. */
export async function beginSession(
  tx: Tx,
  {
    user,
    companyId,
    place,
    by,
  }: {
    readonly user: Pick<UserRow, 'id' | 'publicId'>;
    readonly companyId: bigint;
    readonly place: SessionPlace;
    /** How the person became known: `password`, `invitation`, `switch`. */
    readonly by: string;
  },
): Promise<BegunSession> {
  const { address, userAgent } = place;
  const session = await insertSession(
    tx,
    {
      publicId: randomBytes(12).toString('hex'),
      userId: user.id,
      companyId,
      address,
      userAgent: userAgent?.slice(0, LONGEST_USER_AGENT).replaceAll('\0', '') ?? null,
    },
    SESSION_LIFE,
  );
  const refreshToken = await addRefreshToken(tx, session.id);
  await addAuditEntry(tx, {
    companyId,
    actor: actorOfUser(user),
    action: 'session.begin',
    entity: 'session',
    entityId: session.id,
    details: { by, address },
  });
  return { session, refreshToken };
}

/** The one that works from now on. */
export async function addRefreshToken(tx: Tx, sessionId: bigint): Promise<string> {
  const token = newRefreshToken();
  const tokenHash = refreshTokenHash(token);
  if (tokenHash === null) throw new TypeError('a token of ours can be read');
  await insertRefreshToken(tx, { tokenHash, sessionId });
  return token;
}
