import type { SaveSignUpPolicyInput } from '../types.generated.ts';
import { lowerCase } from '../values/enum-value.ts';

export const MAX_TEXT = 2_000;

/** Left out is left to the default; null says none, where there may be none. */
const given = (name: string, value: unknown) =>
  value === null || value === undefined ? {} : { [name]: value };
const givenOrNull = (name: string, value: unknown) => (value === undefined ? {} : { [name]: value });

/** As the use case reads it; what makes no sense it says itself. */
export function policyOf(input: SaveSignUpPolicyInput) {
  const { mode, startsAt, services, virtual, accountNumber, language, welcome, refusal, statuses } = input;
  return {
    mode: lowerCase(mode),
    ...given('startsAt', startsAt),
    rules: {
      ...given('services', services && serviceRuleOf(services)),
      ...given('virtual', virtual && lowerCase(virtual)),
      ...given('accountNumber', accountNumber),
      ...given('language', language && lowerCase(language)),
      ...givenOrNull('welcome', welcome),
      ...given('refusal', refusal),
      ...given('statuses', statuses && statusesOf(statuses)),
      ...given('holdMs', input.holdMs),
      quietHours: input.quietHours ?? null,
    },
  };
}

const serviceRuleOf = ({
  pick,
  types,
  serviceRosdomofonIds,
}: NonNullable<SaveSignUpPolicyInput['services']>) => ({
  pick: lowerCase(pick),
  ...given('types', types),
  ...given('serviceIds', serviceRosdomofonIds),
});

const statusesOf = ({ started, completed, rejected }: NonNullable<SaveSignUpPolicyInput['statuses']>) => ({
  started: started ?? null,
  completed: completed ?? null,
  rejected: rejected ?? null,
});

/** Where the input has what the use case calls `rules.services.serviceIds`. */
export const fieldOf = (field: string): string =>
  field.replace(/^rules\./, '').replace(/\.serviceIds\b/, '.serviceRosdomofonIds');
