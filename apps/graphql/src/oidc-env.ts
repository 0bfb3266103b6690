import { ROLES } from '@domovoy/domain';
import { envFragment } from '@domovoy/service-kit';
import { z } from 'zod';
import { isOnThisMachine, type OidcSettings } from './http/auth/oidc/oidc-settings.ts';

/** What is sent there and believed from there: over plain HTTP from this machine alone. */
const address = z
  .url({ protocol: /^https?$/ })
  .refine((text) => text.startsWith('https:') || isOnThisMachine(text));

/**
 * `dispatchers=demo:agent`: a group, and what its people are in which company. Other signs between two of them would make
 * one group of both, which nobody is in, and nobody would be told.
 */
const granted = z
  .string()
  .regex(new RegExp(`^[^,;\\r\\n]{1,200}=[^:=,;\\s]{1,100}:(${ROLES.join('|')})$`))
  .transform((text) => {
    const [company = '', role] = text.slice(text.lastIndexOf('=') + 1).split(':');
    return { group: text.slice(0, text.lastIndexOf('=')).trim(), company, role: z.enum(ROLES).parse(role) };
  });

const listOf = (separator: RegExp) => (text: string) =>
  text
    .split(separator)
    .map((one) => one.trim())
    .filter((one) => one !== '');

export interface SignInEnv {
  /** Where browsers reach the API; null: nobody said. */
  readonly publicUrl: string | null;
  /** The identity provider at which people sign in; null: they have passwords alone. */
  readonly oidc: OidcSettings | null;
}

export const oidcEnv = () =>
  envFragment(
    z
      .object({
        OIDC_ISSUER: address.optional(),
        OIDC_CLIENT_ID: z.string().optional(),
        OIDC_CLIENT_SECRET: z.string().optional(),
        API_PUBLIC_URL: address.transform((text) => text.replace(/\/+$/, '')).optional(),
        OIDC_SCOPES: z.string().default('openid email profile').transform(listOf(/\s+/)),
        OIDC_GROUPS_CLAIM: z.string().default('groups'),
        OIDC_ROLES: z.string().default('').transform(listOf(/,/)).pipe(z.array(granted)),
      })
      .transform((env): SignInEnv => {
        const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = env;
        const { API_PUBLIC_URL: publicUrl = null } = env;
        if (!issuer || !clientId || !clientSecret || !publicUrl) return { publicUrl, oidc: null };
        const oidc = {
          issuer,
          clientId,
          clientSecret,
          publicUrl,
          scopes: env.OIDC_SCOPES,
          groupsClaim: env.OIDC_GROUPS_CLAIM,
          rolesOfGroups: env.OIDC_ROLES,
        };
        return { publicUrl, oidc };
      }),
    {
      OIDC_ISSUER: { expected: 'an address like https://login.example.org/realms/company' },
      OIDC_CLIENT_ID: { expected: 'the client id that the provider gave' },
      OIDC_CLIENT_SECRET: { expected: 'the client secret that the provider gave', secret: true },
      API_PUBLIC_URL: { expected: 'where browsers reach the API, like https://api.example.org' },
      OIDC_SCOPES: { expected: 'scopes with spaces between, like openid email profile' },
      OIDC_GROUPS_CLAIM: { expected: 'the name of a claim, like groups' },
      OIDC_ROLES: {
        expected: `<group>=<company's short name>:<role> with commas between, like dispatchers=demo:agent; roles are ${ROLES.join(', ')}`,
      },
    },
    {
      together: [['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET']],
      requires: {
        OIDC_ISSUER: 'API_PUBLIC_URL',
        OIDC_SCOPES: 'OIDC_ISSUER',
        OIDC_GROUPS_CLAIM: 'OIDC_ISSUER',
        OIDC_ROLES: 'OIDC_ISSUER',
      },
    },
  );
