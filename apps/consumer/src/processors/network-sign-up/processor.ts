import { receiveSignUps } from '@domovoy/domain';
import { signUpsAll } from '@domovoy/models';
import { defineProcessor } from '../processor.ts';

/** `SIGN_UPS_ALL`: every company's sign-ups, kept for statistics until the company's own topic brings one. */
export const networkSignUpProcessor = () =>
  defineProcessor({
    topic: signUpsAll(),
    receive: (store, source, chunk) => receiveSignUps(store, source, { ...chunk, scope: 'network' }),
  });
