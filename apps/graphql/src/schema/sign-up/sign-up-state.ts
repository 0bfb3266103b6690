import { DomovoyError } from '@domovoy/models';
import type { SignUpRow, SignUpState } from '@domovoy/store';
import { upperCase } from '../values/enum-value.ts';

/** Reads of one company never give a network sign-up; one that came here would show another company's abonent. */
export function signUpState(state: SignUpRow['state']): Uppercase<SignUpState> {
  if (state === 'network')
    throw new DomovoyError('A network sign-up must not be shown.', { code: 'NETWORK_SIGN_UP' });
  return upperCase(state);
}
