import type { GrantedRole } from '@domovoy/domain';
import type { OidcSettings } from './oidc-settings.ts';

/** What a provider says about a person, as far as it is said in the way that the standard has. */
export function personOfClaims(
  { issuer, subject, claims }: { issuer: string; subject: string; claims: Readonly<Record<string, unknown>> },
  { groupsClaim, rolesOfGroups }: Pick<OidcSettings, 'groupsClaim' | 'rolesOfGroups'>,
) {
  const groups = textsOf(claims[groupsClaim]);
  return {
    identity: { issuer, subject },
    email: textOf(claims['email']),
    // The word "true" is none: who is careless with this one is not believed.
    isEmailVerified: claims['email_verified'] === true,
    name: textOf(claims['name']) ?? textOf(claims['preferred_username']),
    roles: firstOfEachCompany(rolesOfGroups.filter(({ group }) => groups.includes(group))),
  };
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

/** The order of the setting decides between two groups of a person. */
const firstOfEachCompany = (granted: readonly GrantedRole[]): GrantedRole[] =>
  granted
    .filter(({ company }, at) => granted.findIndex((other) => other.company === company) === at)
    .map(({ company, role }) => ({ company, role }));
