import { addressOfSignUp, type EntranceQuery, SignUpEvent } from '@domovoy/models';
import {
  findSignUp,
  findSignUpPlan,
  findToldPayload,
  type SignUpPlanRow,
  type SignUpRow,
  type Store,
} from '@domovoy/store';
import { readSignUpPolicy } from '../policy/read-sign-up-policy.ts';
import type { SignUpPolicy } from '../policy/sign-up-policy.ts';

/** A sign-up with what the hub means to do about it. */
export interface SignUpWork {
  readonly signUp: SignUpRow;
  readonly plan: SignUpPlanRow | null;
  readonly policy: SignUpPolicy;
}

export async function loadSignUpWork(
  store: Store,
  given: { companyId: bigint; signUpId: bigint },
): Promise<SignUpWork | null> {
  const signUp = await findSignUp(store.db, given);
  if (signUp === null) return null;
  const [plan, policy] = await Promise.all([
    findSignUpPlan(store.db, signUp.id),
    readSignUpPolicy(store.db, signUp.companyId),
  ]);
  return { signUp, plan, policy };
}

/** Where the abonent lives, with the street's codes as far as an event tells them. */
export async function queryOf(store: Store, signUp: SignUpRow): Promise<EntranceQuery> {
  const { city, street, house, block, building, housing, flat } = signUp;
  const written: EntranceQuery = {
    city,
    street: street === null ? null : { name: street },
    house: house === null ? null : { number: house, block, building, housing },
    flat,
  };
  const payload = await findToldPayload(store.db, signUp.id);
  const told = payload === null ? null : toldAddress(payload);
  // The row says what counts; the event only adds codes to the same street.
  return told?.street?.name === street ? { ...written, street: told?.street ?? null } : written;
}

function toldAddress(payload: string): EntranceQuery | null {
  try {
    const event = SignUpEvent.safeParse(JSON.parse(payload));
    return event.success ? addressOfSignUp(event.data.address) : null;
  } catch {
    return null;
  }
}
