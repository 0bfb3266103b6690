import type { DomovoyClient } from '../client.ts';
import {
  FeedCursorDocument,
  SignUpChangedDocument,
  SignUpDocument,
  type SignUpPartsFragment,
} from '../operations/operations.generated.ts';

export interface WaitForSignUpOptions {
  readonly signal?: AbortSignal;
  /** At each change, and once at the beginning. */
  readonly onChange?: (signUp: SignUpPartsFragment) => void;
  /** What is waited for; left out: `COMPLETED`, `REJECTED` or `FAILED`. */
  readonly until?: (signUp: SignUpPartsFragment) => boolean;
}

const isOver = ({ state }: SignUpPartsFragment) => ['COMPLETED', 'REJECTED', 'FAILED'].includes(state);

/** Follows one sign-up until its work is over, across breaks of the connection. Null: there is none with this id. */
export async function waitForSignUp(
  client: DomovoyClient,
  id: string,
  { signal, onChange, until = isOver }: WaitForSignUpOptions = {},
): Promise<SignUpPartsFragment | null> {
  const given = signal ? { signal } : {};
  const read = async () => (await client.request(SignUpDocument, { id }, given)).signUp;
  // The place first, then the object: a change in between comes as an event.
  const { viewer } = await client.request(FeedCursorDocument, {}, given);
  let signUp: SignUpPartsFragment | null | undefined = await read();
  if (!signUp) return null;
  onChange?.(signUp);
  if (until(signUp)) return signUp;
  const events = client.subscribe(
    SignUpChangedDocument,
    { filter: { uid: signUp.uid } },
    { ...given, since: viewer.feedCursor },
  );
  for await (const event of events) {
    signUp = event.__typename === 'SignUpChanged' ? event.signUp : await read();
    if (!signUp) return null;
    onChange?.(signUp);
    if (until(signUp)) return signUp;
  }
  throw signal?.reason ?? new DOMException('The client was closed.', 'AbortError');
}
