import { KNOWN_SIGN_UP_STATUSES } from '@domovoy/models';
import type { HandlerTools } from '../../delivery-handlers.ts';
import { type StepPayload, stepHandler } from './step.ts';

interface StatusPayload extends StepPayload {
  readonly step: 'started' | 'status';
  readonly status: string;
}

/** Tells RosDomofon how far the sign-up is. Told twice it is the same. */
export const setStatus = (tools: HandlerTools) =>
  stepHandler<StatusPayload>(
    tools,
    ({ step }) => step,
    async ({ payload, signUp, plan, rosdomofon, signal, record }) => {
      const status = KNOWN_SIGN_UP_STATUSES.find((known) => known === payload.status);
      const result = { status: payload.status };
      // It is so already: somebody else set it, or an attempt did of which nothing was heard.
      if (status === undefined || signUp.wireStatus === status) return { result };
      const reason = signUp.state === 'rejected' ? plan.rejectedReason : null;
      record({ request: { status } });
      await rosdomofon.signUps.update(
        {
          signUpId: Number(signUp.rosdomofonId),
          status,
          ...(reason === null ? {} : { rejectedReason: reason }),
        },
        { signal },
      );
      return { result };
    },
  );
