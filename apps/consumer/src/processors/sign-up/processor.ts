import { receiveSignUps } from '@domovoy/domain';
import { type CompanyShortName, signUps } from '@domovoy/models';
import { defineProcessor } from '../processor.ts';

/** `SIGN_UPS_<company>`: the sign-ups that the company works on. */
export const signUpProcessor = (company: CompanyShortName) =>
  defineProcessor({
    topic: signUps(company),
    receive: (store, source, chunk) => receiveSignUps(store, source, { ...chunk, scope: 'company' }),
  });
