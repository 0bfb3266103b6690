import type { Role } from '@domovoy/domain';

/** What the page says in one language. */
export interface Words {
  /** The language, as it calls itself. */
  readonly name: string;
  readonly language: string;
  readonly title: string;
  readonly opening: string;
  readonly noScript: string;
  readonly invitedTo: string;
  readonly yourRole: string;
  readonly newPerson: string;
  readonly knownPerson: string;
  readonly provider: string;
  readonly providerHint: string;
  readonly or: string;
  readonly email: string;
  readonly yourName: string;
  readonly newPassword: string;
  readonly knownPassword: string;
  readonly passwordHint: string;
  readonly showPassword: string;
  readonly code: string;
  readonly codeHint: string;
  readonly submit: string;
  readonly again: string;
  readonly joined: string;
  readonly joinedAs: string;
  readonly signInWith: string;
  readonly mayClose: string;
  readonly roles: Readonly<Record<Role, string>>;
  /** Headline and advice for what ends it, by the code of the answer. */
  readonly ends: Readonly<Record<End, readonly [string, string]>>;
  /** What can be mended in the form, by the code of the answer. */
  readonly problems: Readonly<Record<Problem, string>>;
}

export type End =
  | 'INVITATION_EXPIRED'
  | 'INVITATION_UNKNOWN'
  | 'INVITATION_USED'
  | 'INVITATION_WITHDRAWN'
  | 'SIGN_IN_OFF'
  | 'UNAVAILABLE';

export type Problem =
  | 'CODE_NEEDED'
  | 'IDENTITY_REFUSED'
  | 'IDENTITY_OTHER'
  | 'NAME_INVALID'
  | 'PASSWORD_IS_EMAIL'
  | 'PASSWORD_TOO_LONG'
  | 'PASSWORD_TOO_SHORT'
  | 'PROVIDER_UNAVAILABLE'
  | 'SIGN_IN_REFUSED'
  | 'THROTTLED'
  | 'UNAVAILABLE';
