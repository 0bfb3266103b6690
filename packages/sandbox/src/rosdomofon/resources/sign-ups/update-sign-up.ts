import { z } from 'zod';
import { operatorOf } from '../../auth/caller.ts';
import { parsed, RequestProblem } from '../../problem.ts';
import type { Resource } from '../../resource.ts';

/** Requests write the status in lower case, events in upper case (facts §1.3). Only what is given is changed. */
const SignUpChange = z.object({
  status: z.enum(['unprocessed', 'processed', 'connected', 'delegated', 'rejected']).optional(),
  isVirtual: z.boolean().optional(),
  rejectedReason: z.string().optional(),
});

/** A changed sign-up is told to both topics, as the real service does. Sign-ups of other companies are not known here. */
export const updateSignUp: Resource = (app, { log, events, signUps: known, state }) => {
  app.patch<{ Params: { id: string } }>('/abonents-service/api/v2/sign_ups/:id', (request, reply) => {
    const company = operatorOf(request);
    const { status, isVirtual, rejectedReason } = parsed(SignUpChange, request.body ?? {});
    const isOwn = company === state.current().city.plan.own.company;
    const signUp = isOwn ? known.byId(Number(request.params.id)) : null;
    if (!signUp) throw new RequestProblem(404, `There is no sign-up ${request.params.id}`);
    const changed = {
      ...signUp,
      ...(status === undefined ? {} : { status: status.toUpperCase() }),
      ...(isVirtual === undefined ? {} : { virtual: isVirtual }),
      ...(rejectedReason === undefined ? {} : { rejectedReason }),
    };
    for (const record of events().signUpRecords(changed)) log.append(record);
    return reply.send();
  });
};
