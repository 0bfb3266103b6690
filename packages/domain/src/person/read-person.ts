import {
  findUser,
  listMembershipsOfUser,
  listSessionsOfUser,
  type MembershipOfUser,
  type SessionRow,
  type Store,
  type UserRow,
} from '@domovoy/store';

/** A person as they see themselves. */
export interface OwnPerson {
  readonly user: Pick<UserRow, 'publicId' | 'name' | 'email' | 'totpConfirmedAt'>;
  readonly memberships: readonly MembershipOfUser[];
  readonly sessions: readonly SessionRow[];
}

export async function readPerson(store: Store, userId: bigint): Promise<OwnPerson | null> {
  const user = await findUser(store.db, userId);
  if (user === null) return null;
  const [memberships, sessions] = await Promise.all([
    listMembershipsOfUser(store.db, userId),
    listSessionsOfUser(store.db, userId),
  ]);
  return { user, memberships, sessions };
}
