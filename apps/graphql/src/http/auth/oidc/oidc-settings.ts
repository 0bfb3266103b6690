import type { GrantedRole } from '@domovoy/domain';

/** The identity provider of an installation. */
export interface OidcSettings {
  /** As its discovery document and its tokens name it. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where browsers reach this API, without a slash at its end. */
  readonly publicUrl: string;
  readonly scopes: readonly string[];
  /** The claim that says which groups a person is in. */
  readonly groupsClaim: string;
  /** What an unknown person of a group gets; none: unknown people are refused. */
  readonly rolesOfGroups: readonly (GrantedRole & { readonly group: string })[];
}

/** Plain HTTP is for this machine alone: what is sent and believed could be anybody's. */
export const isOnThisMachine = (url: string): boolean =>
  /^(localhost|127\.0\.0\.1|\[::1\])$/.test(URL.parse(url)?.hostname ?? '');
