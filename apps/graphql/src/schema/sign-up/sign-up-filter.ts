import type { SignUpFilter, SignUpRow } from '@domovoy/store';
import type { SignUpFilterInput } from '../types.generated.ts';
import { lowerCase } from '../values/enum-value.ts';
import { integerValue, textValue, textValues, timeRangeValue, uuidValue } from '../values/filter-value.ts';

export function signUpFilter(input: SignUpFilterInput | null | undefined): SignUpFilter {
  return {
    states: input?.state?.map((state) => lowerCase(state)),
    wireStatuses: textValues(input?.wireStatus),
    createdAt: timeRangeValue(input?.createdAt),
    uid: uuidValue(input?.uid),
    rosdomofonId: integerValue(input?.rosdomofonId),
    abonentRosdomofonId: integerValue(input?.abonentRosdomofonId),
    city: textValue(input?.city),
    isParked: input?.isParked ?? undefined,
  };
}

/** The same conditions for a row that is already here, as subscriptions need them. */
export function matchesSignUpFilter(row: SignUpRow, filter: SignUpFilter): boolean {
  const { states, wireStatuses, createdAt, uid, rosdomofonId, abonentRosdomofonId, city, isParked } = filter;
  return (
    (states === undefined || states.some((state) => state === row.state)) &&
    (wireStatuses === undefined || wireStatuses.includes(row.wireStatus)) &&
    (createdAt?.from === undefined || row.createdAt >= createdAt.from) &&
    (createdAt?.to === undefined || row.createdAt < createdAt.to) &&
    (uid === undefined || row.uid === uid) &&
    (rosdomofonId === undefined || row.rosdomofonId === rosdomofonId) &&
    (abonentRosdomofonId === undefined || row.abonentRosdomofonId === abonentRosdomofonId) &&
    (city === undefined || row.city === city) &&
    (isParked === undefined ||
      (row.parkedUntil !== null && row.parkedUntil.getTime() > Date.now()) === isParked)
  );
}
