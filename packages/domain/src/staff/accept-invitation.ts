import {
  findInvitation,
  findUserByEmail,
  type InvitationRow,
  insertUser,
  lockInvitation,
  settleInvitation,
  type Tx,
  type UserRow,
} from '@domovoy/store';
import { addMember, newPublicId } from '../person/create-person.ts';
import { type PasswordProblem, passwordProblem, readPersonName } from '../person/person-input.ts';
import { type NotProven, type PersonTools, provePerson } from '../person/prove-person.ts';
import { actorOfUser, type BegunSession, beginSession, type SessionPlace } from '../session/begin-session.ts';
import { invitationTokenHash } from './invite-staff.ts';

export interface Acceptance {
  readonly token: string;
  /** Of a person who is new here. */
  readonly name?: string | undefined;
  /** Chosen now; of who has an account already, theirs. */
  readonly password: string;
  readonly code?: string | undefined;
  readonly place: SessionPlace;
}

export type AcceptResult =
  | ({ readonly kind: 'joined' } & BegunSession)
  | { readonly kind: 'name-invalid' }
  | { readonly kind: 'password-invalid'; readonly problem: PasswordProblem }
  | NotProven;

/** Whoever has the link joins: as a new person, or, with their password, as the one whose e-mail was invited. */
export async function acceptInvitation(tools: PersonTools, given: Acceptance): Promise<AcceptResult> {
  const { store } = tools;
  const tokenHash = invitationTokenHash(given.token);
  const invitation = tokenHash === null ? null : await findInvitation(store.db, tokenHash);
  if (invitation === null || tokenHash === null) return { kind: 'refused' };
  const person = await personFor(tools, invitation.email, given);
  if (person.kind !== 'person') return person;
  return store.transaction<AcceptResult>(async (tx) => {
    // Of two who have the link, one.
    if ((await lockInvitation(tx, tokenHash)) === null) return { kind: 'refused' };
    const user = await person.find(tx);
    return user === null ? { kind: 'refused' } : join(tx, user, invitation, given.place);
  });
}

type Person = { readonly kind: 'person'; readonly find: (tx: Tx) => Promise<UserRow | null> };

async function personFor(
  tools: PersonTools,
  email: string,
  given: Acceptance,
): Promise<Person | Exclude<AcceptResult, { kind: 'joined' }>> {
  const { password, code, place } = given;
  const known = await findUserByEmail(tools.store.db, email);
  if (known !== null) {
    const proof = await provePerson(tools, { userId: known.id, password, code, address: place.address });
    return proof.kind === 'proven' ? { kind: 'person', find: async () => proof.user } : proof;
  }
  const name = readPersonName(given.name ?? '');
  if (name === null) return { kind: 'name-invalid' };
  const problem = passwordProblem(password, email);
  if (problem !== null) return { kind: 'password-invalid', problem };
  const passwordHash = await tools.passwords.hash(password);
  const find = (tx: Tx) => insertUser(tx, { publicId: newPublicId(), email, name, passwordHash });
  return { kind: 'person', find };
}

async function join(
  tx: Tx,
  user: UserRow,
  { id, companyId, role, createdBy }: InvitationRow,
  place: SessionPlace,
): Promise<AcceptResult> {
  await settleInvitation(tx, id);
  const actor = actorOfUser(user);
  await addMember(tx, user, { companyId, role, actor, details: { invitedBy: createdBy } });
  return { kind: 'joined', ...(await beginSession(tx, { user, companyId, place, by: 'invitation' })) };
}
