import type { ApprovalRefused, SignUpApproval } from '@domovoy/domain';
import { notFoundError } from '../outcome/user-error.ts';
import type { SignUpDecisionInput } from '../types.generated.ts';
import { textValue } from '../values/filter-value.ts';

/** What the person decided, as far as they said it. */
export const decisionOf = (
  input: SignUpDecisionInput,
): Pick<SignUpApproval, 'entranceId' | 'flat' | 'serviceIds'> => {
  const { entranceRosdomofonId, serviceRosdomofonIds } = input;
  const flat = textValue(input.flat);
  return {
    ...(typeof entranceRosdomofonId === 'number' ? { entranceId: entranceRosdomofonId } : {}),
    ...(flat === undefined ? {} : { flat }),
    ...(serviceRosdomofonIds ? { serviceIds: serviceRosdomofonIds } : {}),
  };
};

const REFUSALS: ReadonlySet<string> = new Set<ApprovalRefused['kind']>([
  'ambiguous',
  'entrance-unknown',
  'flat-missing',
  'flat-out-of-range',
  'services-unknown',
  'no-services',
]);

export const isApprovalRefused = (result: { readonly kind: string }): result is ApprovalRefused =>
  REFUSALS.has(result.kind);

/** Why a decision is none. */
export function approvalError(refused: ApprovalRefused) {
  if (refused.kind === 'entrance-unknown')
    return notFoundError('There is no such entrance.', ['input', 'entranceRosdomofonId']);
  if (refused.kind === 'ambiguous')
    return {
      __typename: 'AmbiguousEntranceError' as const,
      code: 'AMBIGUOUS_ENTRANCE' as const,
      message: 'Say which entrance it is: not exactly one is suggested.',
      path: ['input', 'entranceRosdomofonId'],
      suggestions: [...refused.suggestions],
    };
  if (refused.kind === 'flat-missing')
    return {
      __typename: 'FlatMissingError' as const,
      code: 'FLAT_MISSING' as const,
      message: 'Say the number of the flat: the sign-up has none that RosDomofon would take.',
      path: ['input', 'flat'],
    };
  if (refused.kind === 'flat-out-of-range')
    return {
      __typename: 'FlatOutOfRangeError' as const,
      code: 'FLAT_OUT_OF_RANGE' as const,
      message: 'The entrance has no such flat.',
      path: ['input', 'flat'],
      flatRanges: refused.flatRanges.map(({ start, end }) => ({ start, end })),
    };
  const unknownRosdomofonIds = refused.kind === 'services-unknown' ? [...refused.serviceIds] : [];
  return servicesRefusedError(unknownRosdomofonIds);
}

const servicesRefusedError = (unknownRosdomofonIds: number[]) => ({
  __typename: 'ServicesRefusedError' as const,
  code: 'SERVICES_REFUSED' as const,
  message:
    unknownRosdomofonIds.length > 0
      ? 'The entrance does not offer all of these services.'
      : 'Nothing would be connected.',
  path: ['input', 'serviceRosdomofonIds'],
  unknownRosdomofonIds,
});
