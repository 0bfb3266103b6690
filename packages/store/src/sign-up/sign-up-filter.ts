import { and, eq, type SQL, sql } from 'drizzle-orm';
import { bigintArray, textArray } from '../page/bigint-array.ts';
import { inTimeRange, type TimeRange } from '../page/time-range.ts';
import { signUps } from '../schema/sign-up.ts';

export type SignUpRow = typeof signUps.$inferSelect;
/** Network sign-ups are counted, never listed: they are other companies' until the own topic brings them. */
export type SignUpState = Exclude<SignUpRow['state'], 'network'>;

export interface SignUpFilter {
  readonly states?: readonly SignUpState[] | undefined;
  readonly wireStatuses?: readonly string[] | undefined;
  readonly createdAt?: TimeRange | undefined;
  readonly uid?: string | undefined;
  readonly rosdomofonId?: bigint | undefined;
  readonly abonentRosdomofonId?: bigint | undefined;
  readonly city?: string | undefined;
  /** These alone. */
  readonly ids?: readonly bigint[] | undefined;
  /** true: set aside at this moment; false: not. */
  readonly isParked?: boolean | undefined;
}

/** Written out, not a parameter: the partial indexes are chosen by it. */
export const ownSignUps = sql`${signUps.state} <> 'network'`;

/**
 * One condition per state: an index that begins with the state gives each state's rows in order, and the list
 * merges them. One condition with `state in (…)` would have to sort.
 */
export function signUpConditions(companyId: bigint, filter: SignUpFilter): SQL[] {
  const common = [
    eq(signUps.companyId, companyId),
    ownSignUps,
    filter.wireStatuses && sql`${signUps.wireStatus} = any(${textArray(filter.wireStatuses)})`,
    ...inTimeRange(signUps.createdAt, filter.createdAt),
    filter.uid === undefined ? undefined : eq(signUps.uid, filter.uid),
    filter.rosdomofonId === undefined ? undefined : eq(signUps.rosdomofonId, filter.rosdomofonId),
    filter.abonentRosdomofonId === undefined
      ? undefined
      : eq(signUps.abonentRosdomofonId, filter.abonentRosdomofonId),
    filter.city === undefined ? undefined : eq(signUps.city, filter.city),
    filter.ids && sql`${signUps.id} = any(${bigintArray(filter.ids)})`,
    filter.isParked === undefined
      ? undefined
      : sql`coalesce(${signUps.parkedUntil} > now(), false) = ${filter.isParked}`,
  ];
  const states = filter.states === undefined ? [undefined] : [...new Set(filter.states)];
  return states.map((state) => and(...common, state && eq(signUps.state, state)) ?? sql`false`);
}
