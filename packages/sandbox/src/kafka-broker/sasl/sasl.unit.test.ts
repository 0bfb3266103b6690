import { createHash, createHmac, pbkdf2Sync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ErrorCode } from '../protocol/error-code.ts';
import { Login } from './login.ts';
import type { ScramHash } from './scram.ts';

const users = new Map([
  ['domovoy', 'correct horse'],
  ['with,comma=sign', 'pässword'],
]);
const hashBytes = { sha256: 32, sha512: 64 } as const;

/** The client's side of RFC 5802, written after the RFC and not after the server. */
function scramClient(hash: ScramHash, userName: string, password: string) {
  const clientNonce = 'clientNonce';
  const clientFirstBare = `n=${userName.replaceAll('=', '=3D').replaceAll(',', '=2C')},r=${clientNonce}`;
  const hmac = (key: Buffer, text: string) => createHmac(hash, key).update(text).digest();
  let expectedSignature = '';
  return {
    first: Buffer.from(`n,,${clientFirstBare}`),
    final(serverFirst: string, noncePrefix = ''): Buffer {
      const [nonce = '', salt = '', iterations = ''] = serverFirst.split(',').map((part) => part.slice(2));
      expect(nonce.startsWith(clientNonce)).toBe(true);
      const salted = pbkdf2Sync(
        password,
        Buffer.from(salt, 'base64'),
        Number(iterations),
        hashBytes[hash],
        hash,
      );
      const withoutProof = `c=biws,r=${noncePrefix}${nonce}`;
      const authMessage = `${clientFirstBare},${serverFirst},${withoutProof}`;
      const clientKey = hmac(salted, 'Client Key');
      const signature = hmac(createHash(hash).update(clientKey).digest(), authMessage);
      const proof = Buffer.from(clientKey.map((byte, i) => byte ^ (signature[i] ?? 0)));
      expectedSignature = hmac(hmac(salted, 'Server Key'), authMessage).toString('base64');
      return Buffer.from(`${withoutProof},p=${proof.toString('base64')}`);
    },
    trusts: (serverFinal: string) => serverFinal === `v=${expectedSignature}`,
  };
}

function loginWith(mechanism: string) {
  const login = new Login(users);
  expect(login.handshake(mechanism, 1).error).toBe(ErrorCode.NONE);
  return login;
}

describe.each([
  ['SCRAM-SHA-256', 'sha256'],
  ['SCRAM-SHA-512', 'sha512'],
] as const)('%s', (mechanism, hash) => {
  it.each([...users])('lets %s in and proves itself to the client', (userName, password) => {
    const login = loginWith(mechanism);
    const client = scramClient(hash, userName, password);
    const challenge = login.authenticate(client.first);
    expect(challenge.error).toBe(ErrorCode.NONE);
    expect(login.isComplete).toBe(false);
    const verdict = login.authenticate(client.final(challenge.token.toString()));
    expect(client.trusts(verdict.token.toString())).toBe(true);
    expect(login.isComplete).toBe(true);
  });

  it.each([
    ['a wrong password', 'domovoy', 'wrong horse'],
    ['an unknown user', 'nobody', 'correct horse'],
    ['a name that every object has', 'constructor', ''],
  ])('refuses %s only in the end', (_, userName, password) => {
    const login = loginWith(mechanism);
    const client = scramClient(hash, userName, password);
    const challenge = login.authenticate(client.first);
    expect(challenge.error).toBe(ErrorCode.NONE);
    const verdict = login.authenticate(client.final(challenge.token.toString()));
    expect(verdict).toMatchObject({ error: ErrorCode.SASL_AUTHENTICATION_FAILED, token: Buffer.alloc(0) });
    expect(login).toMatchObject({ isComplete: false, hasFailed: true });
  });

  it('accepts the nonce with a prefix, as librdkafka 2.0.2 sends it', () => {
    const login = loginWith(mechanism);
    const client = scramClient(hash, 'domovoy', 'correct horse');
    const challenge = login.authenticate(client.first).token.toString();
    expect(login.authenticate(client.final(challenge, 'clientNonce')).error).toBe(ErrorCode.NONE);
  });

  it('refuses an answer to another challenge', () => {
    const client = scramClient(hash, 'domovoy', 'correct horse');
    const earlier = loginWith(mechanism).authenticate(client.first).token.toString();
    const login = loginWith(mechanism);
    login.authenticate(client.first);
    expect(login.authenticate(client.final(earlier)).error).toBe(ErrorCode.SASL_AUTHENTICATION_FAILED);
  });
});

describe('PLAIN', () => {
  const token = (userName: string, password: string) => Buffer.from(`\0${userName}\0${password}`);

  it('lets the right password in and refuses the others', () => {
    const login = loginWith('PLAIN');
    expect(login.authenticate(token('domovoy', 'correct horse')).error).toBe(ErrorCode.NONE);
    expect(login.isComplete).toBe(true);
    for (const wrong of [
      token('domovoy', ''),
      token('nobody', 'correct horse'),
      token('constructor', ''),
      Buffer.alloc(0),
    ]) {
      expect(loginWith('PLAIN').authenticate(wrong).error).toBe(ErrorCode.SASL_AUTHENTICATION_FAILED);
    }
  });

  it('comes as bare tokens after handshake 0, and ends in a closed connection when it fails', () => {
    const login = new Login(users);
    login.handshake('PLAIN', 0);
    expect(login.expectsRawToken).toBe(true);
    expect(login.authenticateRaw(token('domovoy', 'correct horse'))).toEqual(Buffer.alloc(0));
    expect(login).toMatchObject({ expectsRawToken: false, isComplete: true });
    const refused = new Login(users);
    refused.handshake('PLAIN', 0);
    expect(() => refused.authenticateRaw(token('domovoy', 'wrong'))).toThrow(
      expect.objectContaining({ code: 'KAFKA_PROTOCOL_VIOLATION' }),
    );
  });
});

describe('a login', () => {
  it('is complete from the start where there are no users', () => {
    const login = new Login(undefined);
    expect(login.isComplete).toBe(true);
    expect(login.handshake('PLAIN', 1)).toEqual({ error: ErrorCode.ILLEGAL_SASL_STATE, mechanisms: [] });
  });

  it('names its mechanisms when it does not know the one that was asked for', () => {
    const answer = new Login(users).handshake('GSSAPI', 1);
    expect(answer).toEqual({
      error: ErrorCode.UNSUPPORTED_SASL_MECHANISM,
      mechanisms: ['PLAIN', 'SCRAM-SHA-256', 'SCRAM-SHA-512'],
    });
  });

  it('begins with a handshake', () => {
    expect(new Login(users).authenticate(Buffer.from('x')).error).toBe(ErrorCode.ILLEGAL_SASL_STATE);
  });
});
