import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { Phone } from '@domovoy/models';
import { type Abonent, abonentOf } from '../../city-plan/abonents.ts';
import { uuidOfName } from '../../random/random.ts';
import type { RosDomofonContext } from '../resource.ts';
import { isSameText } from './same-text.ts';
import type { Grant, SignInForm } from './sign-in.ts';

const CODE_LIFETIME_MS = 5 * 60_000;
const INVALID_CODE: Grant = { status: 400, error: 'invalid_grant', description: 'Wrong or expired code' };

/** The code that was sent to the telephone; good once. */
export function smsCode({ phone, sms_code }: SignInForm, { state, now }: RosDomofonContext): Grant {
  const number = Phone.safeParse(phone);
  if (!number.success) return INVALID_CODE;
  const abonent = abonentOf({ phone: Number(number.data) });
  const sent = abonent && state.current().codes.get(abonent.phone);
  if (!sent || sent.atMs + CODE_LIFETIME_MS <= now() || !isSameText(sent.code, sms_code)) return INVALID_CODE;
  const token = randomBytes(32).toString('base64url');
  state.commit({
    what: 'abonent signed in',
    abonentId: abonent.id,
    phone: abonent.phone,
    refreshTokenHash: hashOf(token),
  });
  return grantTo(abonent, token);
}

/** The same refresh token stays good: a known client keeps the first one for ever. */
export function refreshToken({ refresh_token: token }: SignInForm, { state }: RosDomofonContext): Grant {
  const abonent = state.current().refreshTokens.get(hashOf(token));
  if (!abonent) return { status: 400, error: 'invalid_grant', description: 'Unknown refresh token' };
  return grantTo(abonent, token);
}

const grantTo = (abonent: Abonent, token: string): Grant => ({
  caller: { kind: 'abonent', abonent },
  more: {
    refresh_token: token,
    uid: uuidOfName(`abonent ${abonent.id}`),
    phone: String(abonent.phone),
    company: '',
    jti: randomUUID(),
  },
});

const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url');
