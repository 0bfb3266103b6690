import { addSignUpEvent, databaseNow, type Store } from '@domovoy/store';
import { type Acted, type ActRefused, actOn, type SignUpAct, wrongState } from '../by-hand/act.ts';
import { aside } from './claim-sign-up.ts';

export interface SignUpParking extends Omit<SignUpAct, 'expectedVersion'> {
  /** When it comes back by itself; null: at once. */
  readonly until: Date | null;
  /** Why, for colleagues. */
  readonly note: string | null;
}

/** A time that is over, or too far away to be meant. */
export type ParkingRefused = { readonly kind: 'time-refused' };

const LONGEST_PARKING_MS = 90 * 86_400_000;

/** Sets a sign-up aside that waits for a person, until a time; it can be decided about all the same. */
export const parkSignUp = (
  store: Store,
  given: SignUpParking,
): Promise<Acted | ActRefused | ParkingRefused> =>
  actOn<ParkingRefused>(store, given, async (tx, signUp) => {
    const { until, note, actor } = given;
    if (signUp.state !== 'needs_review' && signUp.state !== 'failed') return wrongState(signUp);
    const inMs = until === null ? 0 : until.getTime() - (await databaseNow(tx)).getTime();
    if (until !== null && (inMs <= 0 || inMs > LONGEST_PARKING_MS)) return { kind: 'time-refused' };
    const parked = { parkedUntil: until, parkNote: until === null ? null : note };
    const details = { until: until?.toISOString() ?? null, note };
    await addSignUpEvent(tx, signUp, { kind: 'parked', actor, details });
    return aside(tx, signUp, given, parked, { action: 'sign_up.park', details });
  });
