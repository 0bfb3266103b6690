import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { countAttempt, forgetAttempts, type Store, takeAttemptBack } from '@domovoy/store';

export interface AttemptLimits {
  readonly windowMs: number;
  /** For one e-mail, whether somebody has it or not. */
  readonly perAccount: number;
  /** From one address: an office has one for all its people. */
  readonly perAddress: number;
}

const ATTEMPT_LIMITS: AttemptLimits = { windowMs: 15 * 60_000, perAccount: 10, perAddress: 100 };

export interface CountedAttempt {
  /** Null: it may be tried. */
  readonly retryAfterMs: number | null;
  /** Which limit this one was the first over; those that follow are not worth a word each. */
  readonly newlyOver: 'account' | 'address' | null;
  /** It was right: it counts against nobody. */
  right(): Promise<void>;
}

/** A household gets 2^64 addresses of IPv6: they count as one. */
function networkOf(address: string): string {
  if (!isIPv6(address) || address.includes('.')) return address;
  const [head = '', tail] = address.split('%', 1).join().split('::');
  const parts = (text: string) => text.split(':').filter((part) => part !== '');
  const zeros = tail === undefined ? 0 : 8 - parts(head).length - parts(tail).length;
  const all = [...parts(head), ...Array<string>(zeros).fill('0'), ...parts(tail ?? '')];
  return all
    .slice(0, 4)
    .map((part) => Number.parseInt(part, 16).toString(16))
    .join(':');
}

/** Counted in the database, before the password is looked at: so many at once, in any process, are so many. */
export async function countSignInAttempt(
  store: Store,
  { email, address }: { readonly email: string; readonly address: string },
  { windowMs, perAccount, perAddress }: AttemptLimits = ATTEMPT_LIMITS,
): Promise<CountedAttempt> {
  const keys = {
    account: `account:${createHash('sha256').update(email).digest('hex')}`,
    address: `address:${networkOf(address)}`,
  };
  const ofAddress = await countAttempt(store.db, keys.address, windowMs);
  // Whoever is over the limit of the address spends nothing of the account.
  const ofAccount =
    ofAddress.attempts > perAddress ? null : await countAttempt(store.db, keys.account, windowMs);
  const over = ofAccount === null ? ofAddress : ofAccount.attempts > perAccount ? ofAccount : null;
  const isFirst = over?.attempts === (ofAccount === null ? perAddress : perAccount) + 1;
  return {
    retryAfterMs: over && Math.max(1_000, over.windowEndsInMs),
    newlyOver: isFirst ? (ofAccount === null ? 'address' : 'account') : null,
    right: async () => {
      await takeAttemptBack(store.db, keys.address);
      await forgetAttempts(store.db, keys.account);
    },
  };
}

/** Of who comes back from an identity provider: it says who they are later, so only the address is counted. */
export async function countAddressAttempt(
  store: Store,
  address: string,
  { windowMs, perAddress }: AttemptLimits = ATTEMPT_LIMITS,
): Promise<CountedAttempt> {
  const key = `address:${networkOf(address)}`;
  const { attempts, windowEndsInMs } = await countAttempt(store.db, key, windowMs);
  return {
    retryAfterMs: attempts > perAddress ? Math.max(1_000, windowEndsInMs) : null,
    newlyOver: attempts === perAddress + 1 ? 'address' : null,
    right: () => takeAttemptBack(store.db, key),
  };
}
