import { createPasswords, createPerson, type Role } from '@domovoy/domain';
import type { Store } from '@domovoy/store';

export interface AuthAnswer {
  readonly status: number;
  // any: answers are looked at by tests, which know their shape
  readonly body: any;
  readonly code: string | undefined;
  readonly headers: Headers;
  /** The refresh token of the cookie; empty: the cookie is taken back; null: it stays as it is. */
  readonly refreshToken: string | null;
  readonly cookie: string | null;
}

interface AuthRequest {
  readonly refreshToken?: string | null;
  readonly accessToken?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request of a browser to the routes of sessions. `url`: of the API. */
export async function postAuth(
  url: string,
  path: string,
  body: unknown = {},
  { refreshToken, accessToken, headers }: AuthRequest = {},
): Promise<AuthAnswer> {
  const response = await fetch(new URL(`/auth/${path}`, url), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(refreshToken ? { cookie: `other=1; domovoy_refresh=${refreshToken}` } : {}),
      ...(accessToken ? { authorization: `Bearer ${accessToken}` } : {}),
      ...headers,
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const text = await response.text();
  const answer = text === '' ? null : JSON.parse(text);
  const cookie = response.headers.get('set-cookie');
  return {
    status: response.status,
    body: answer,
    code: answer?.errors?.[0]?.extensions?.code,
    headers: response.headers,
    refreshToken: /^domovoy_refresh=([^;]*)/.exec(cookie ?? '')?.[1] ?? null,
    cookie,
  };
}

export interface TestPerson {
  readonly email: string;
  readonly password: string;
  readonly userId: bigint;
  readonly actor: string;
}

let made = 0;
const passwords = createPasswords();

/** Somebody who belongs to the company and may sign in. */
export async function createTestPerson(
  store: Store,
  companyId: bigint,
  role: Role,
  email = `person${(made += 1)}@example.org`,
): Promise<TestPerson> {
  const given = { companyId, email, name: `Person ${made}`, role, actor: 'test' };
  const { user, password } = await createPerson(store, passwords, given);
  return { email, password: password ?? '', userId: user.id, actor: `user:${user.publicId}` };
}

/** Signed in: what a front-end holds. */
export async function signedIn(
  url: string,
  { email, password }: TestPerson,
  more: Readonly<Record<string, string>> = {},
): Promise<{ accessToken: string; refreshToken: string }> {
  const { body, refreshToken, status } = await postAuth(url, 'sign-in', { email, password, ...more });
  if (status !== 200 || !refreshToken) throw new Error(`sign-in answered ${status}`);
  return { accessToken: body.accessToken, refreshToken };
}
