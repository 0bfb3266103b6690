import { createHash, timingSafeEqual } from 'node:crypto';
import { REFUSED, type SaslStep } from './scram.ts';

/** SASL PLAIN: authorisation id, user name and password, separated by zero bytes, in one message. */
export function checkPlain(token: Buffer, users: ReadonlyMap<string, string>): SaslStep {
  const [, userName = '', password = ''] = token.toString('utf8').split('\0');
  const expected = users.get(userName);
  if (expected === undefined || !isSame(expected, password)) return REFUSED;
  return { isAccepted: true, reply: Buffer.alloc(0), isDone: true };
}

/** Hashes have one length, so that the comparison takes the same time for every password. */
const isSame = (a: string, b: string) => timingSafeEqual(digest(a), digest(b));
const digest = (text: string) => createHash('sha512').update(text).digest();
