import { z } from 'zod';
import { abonentOf } from '../../../city-plan/abonents.ts';
import { operatorOf } from '../../auth/caller.ts';
import { parsed, RequestProblem } from '../../problem.ts';
import { ABONENTS_V1, type Resource, viewOf } from '../../resource.ts';
import { ownerWire } from '../../wire/abonent.ts';

/** Both are text, the phone too (facts §1.4). */
const NewAccount = z.object({
  number: z.string().trim().min(1),
  phone: z.string().regex(/^7\d{10}$/, 'expected 11 digits that begin with 7, as text'),
});

export const createAccount: Resource = (app, context) => {
  const { state } = context;
  app.post(`${ABONENTS_V1}/accounts`, (request, reply) => {
    const company = operatorOf(request);
    const { number, phone } = parsed(NewAccount, request.body);
    const { city } = state.current();
    if (city.numbers.get(company.id)?.has(number))
      throw new RequestProblem(422, `An account with the number ${number} exists already`);
    const owner = abonentOf({ phone: Number(phone) });
    if (!owner) throw new RequestProblem(422, `There is no abonent with the phone ${phone}`);
    const id = state.takeIds();
    state.commit({
      what: 'account created',
      id,
      companyId: company.id,
      number,
      abonentId: owner.id,
      phone: owner.phone,
    });
    const account = city.accounts.get(id);
    return reply.send({ id, owner: account && ownerWire(viewOf(context), account.owner) });
  });
};
