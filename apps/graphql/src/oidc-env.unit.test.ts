import { type EnvironmentError, readEnv } from '@domovoy/service-kit';
import { describe, expect, it } from 'vitest';
import { oidcEnv } from './oidc-env.ts';

const GIVEN = {
  OIDC_ISSUER: 'https://login.example.org/realms/company',
  OIDC_CLIENT_ID: 'domovoy',
  OIDC_CLIENT_SECRET: 'a secret of the client',
  API_PUBLIC_URL: 'https://api.example.org/',
};
type Source = Readonly<Record<string, string | undefined>>;
const read = (source: Source) => readEnv({ signIn: oidcEnv() }, source).signIn;

/** The variables that are complained of, with what is said; none: nothing is wrong. */
function problemsOf(source: Source): Record<string, string> {
  try {
    read(source);
    return {};
  } catch (error) {
    const { problems } = error as EnvironmentError;
    return Object.fromEntries(problems.map(({ variable, problem }) => [variable, problem]));
  }
}

describe('the identity provider of the environment', () => {
  it('is whole with its four settings', () => {
    expect(read(GIVEN)).toEqual({
      publicUrl: 'https://api.example.org',
      oidc: {
        issuer: 'https://login.example.org/realms/company',
        clientId: 'domovoy',
        clientSecret: 'a secret of the client',
        publicUrl: 'https://api.example.org',
        scopes: ['openid', 'email', 'profile'],
        groupsClaim: 'groups',
        rolesOfGroups: [],
      },
    });
  });

  it('is none without a setting, and with empty ones, as docker compose passes what is not set', () => {
    const names = [...Object.keys(GIVEN), 'OIDC_SCOPES', 'OIDC_GROUPS_CLAIM', 'OIDC_ROLES'];
    for (const nothing of [undefined, '', '  '])
      expect(read(Object.fromEntries(names.map((name) => [name, nothing])))).toEqual({
        publicUrl: null,
        oidc: null,
      });
    const beside = { ...GIVEN, OIDC_SCOPES: '', OIDC_GROUPS_CLAIM: '', OIDC_ROLES: ' ' };
    expect(read(beside)).toEqual(read(GIVEN));
  });

  it('is none where only the address of the API is given, for links', () => {
    expect(read({ API_PUBLIC_URL: 'https://api.example.org///' })).toEqual({
      publicUrl: 'https://api.example.org',
      oidc: null,
    });
  });

  it.each(Object.keys(GIVEN))('is refused without %s, absent or empty', (missing) => {
    for (const nothing of [undefined, ''])
      expect(problemsOf({ ...GIVEN, [missing]: nothing })).toEqual({
        [missing]: expect.stringMatching(/^is missing, but .*OIDC_\w+.* is given$/),
      });
  });

  it.each(['OIDC_SCOPES', 'OIDC_GROUPS_CLAIM', 'OIDC_ROLES'])('does not begin with %s alone', (name) => {
    expect(problemsOf({ [name]: name === 'OIDC_ROLES' ? 'all=demo:agent' : 'groups' })).toEqual({
      OIDC_ISSUER: `is missing, but ${name} is given`,
    });
  });

  it.each([
    ['http://login.example.org', 'https://api.example.org', ['OIDC_ISSUER']],
    ['https://login.example.org', 'http://api.example.org', ['API_PUBLIC_URL']],
    ['login.example.org', 'ftp://api.example.org', ['API_PUBLIC_URL', 'OIDC_ISSUER']],
    ['http://localhost.example.org', 'http://127.0.0.1.example.org', ['API_PUBLIC_URL', 'OIDC_ISSUER']],
    ['http://localhost:8080/realms/x', 'http://127.0.0.1:4000', []],
  ])('is at %s, and we at %s: plain HTTP is for this machine alone', (issuer, publicUrl, wrong) => {
    const problems = problemsOf({ ...GIVEN, OIDC_ISSUER: issuer, API_PUBLIC_URL: publicUrl });
    expect(Object.keys(problems).toSorted()).toEqual(wrong);
  });

  it('keeps its secret to itself when something is wrong', () => {
    const source = { ...GIVEN, OIDC_ISSUER: 'no address', OIDC_ROLES: 'no role' };
    expect(() => read(source)).toThrow(/OIDC_ISSUER[^]*OIDC_ROLES/);
    expect(() => read(source)).not.toThrow(/a secret of the client/);
  });
});

describe('OIDC_ROLES', () => {
  const rolesOf = (text: string) => read({ ...GIVEN, OIDC_ROLES: text }).oidc?.rolesOfGroups;

  it('says what the people of a group get, in the order in which it is written', () => {
    expect(rolesOf('dispatchers=demo:agent, it = x=demo-2:engineer ,/house/owners=demo:owner,')).toEqual([
      { group: 'dispatchers', company: 'demo', role: 'agent' },
      { group: 'it = x', company: 'demo-2', role: 'engineer' },
      { group: '/house/owners', company: 'demo', role: 'owner' },
    ]);
  });

  it.each([
    ['a role that there is not', 'dispatchers=demo:admin'],
    ['a role in other letters', 'dispatchers=demo:Agent'],
    ['no role', 'dispatchers=demo'],
    ['an empty role', 'dispatchers=demo:'],
    ['no company', 'dispatchers=:agent'],
    ['no group', '=demo:agent'],
    ['a blank group', ' =demo:agent'],
    ['a blank before the company', 'dispatchers= demo:agent'],
    ['two roles', 'dispatchers=demo:agent:owner'],
    ['another sign between', 'dispatchers=demo:agent;it=demo:engineer'],
    ['lines between', 'dispatchers=demo:agent\nit=demo:engineer'],
    ['one that is wrong after one that is right', 'dispatchers=demo:agent,it=demo'],
  ])('with %s is refused: nobody gets a role by a slip of the pen', (_what, text) => {
    expect(Object.keys(problemsOf({ ...GIVEN, OIDC_ROLES: text }))).toEqual(['OIDC_ROLES']);
  });
});
