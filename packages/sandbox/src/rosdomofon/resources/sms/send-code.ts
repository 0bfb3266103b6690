import { randomInt } from 'node:crypto';
import { Phone } from '@domovoy/models';
import { RequestProblem } from '../../problem.ts';
import { ABONENTS_V1, type Resource } from '../../resource.ts';

/** To any telephone: who gets a code may be somebody new. The code is seen through the control API alone. */
export const sendCode: Resource = (app, { state, now }) => {
  app.post<{ Params: { phone: string } }>(`${ABONENTS_V1}/abonents/:phone/sms`, (request, reply) => {
    const phone = Phone.safeParse(request.params.phone);
    if (!phone.success) throw new RequestProblem(400, 'phone: expected 11 digits that begin with 7');
    const code = String(randomInt(1000, 10_000));
    state.commit({ what: 'code sent', phone: Number(phone.data), code, atMs: now() });
    return reply.send();
  });
};
