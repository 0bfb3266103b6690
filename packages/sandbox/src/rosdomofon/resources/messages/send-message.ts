import { Phone } from '@domovoy/models';
import { z } from 'zod';
import type { Abonent } from '../../../city-plan/abonents.ts';
import type { Company } from '../../../city-plan/companies.ts';
import { operatorOf } from '../../auth/caller.ts';
import { sendList } from '../../http-list.ts';
import { parsed } from '../../problem.ts';
import { ABONENTS_V1, type Resource, type RosDomofonContext, viewOf } from '../../resource.ts';
import { neverLoggedIn } from '../../wire/abonent.ts';

/** By id alone or by phone alone; 0 is none (facts §4.7). */
const Recipient = z
  .object({ id: z.int().min(0).nullish(), phone: z.union([z.literal(0), Phone]).nullish() })
  .refine(({ id, phone }) => Boolean(id) || Boolean(phone), 'expected an id or a phone');
type Recipient = z.infer<typeof Recipient>;

const NewMessage = z
  .object({
    toAbonents: z.array(Recipient).nullish(),
    channel: z.enum(['support', 'notification']),
    message: z.string().min(1),
    deliveryMethod: z
      .string()
      .regex(/^push$/i, 'expected push')
      .default('push'),
    broadcast: z.boolean().nullish(),
  })
  .refine(({ broadcast, toAbonents }) => broadcast || (toAbonents?.length ?? 0) > 0, {
    error: 'expected somebody to send it to, or broadcast',
    path: ['toAbonents'],
  });

/** One result for each recipient: a 200 may carry `success: false` (facts §1.3). */
export const sendMessage: Resource = (app, context) => {
  const { state, now } = context;
  app.post(`${ABONENTS_V1}/messages`, (request, reply) => {
    const company = operatorOf(request);
    const { toAbonents, channel, message, broadcast } = parsed(NewMessage, request.body);
    const addressed = broadcast
      ? everybodyOf(context, company).map((abonent) => ({ abonent, failure: null }))
      : (toAbonents ?? []).map((recipient) => address(context, company, recipient, channel));
    const reached = addressed.flatMap(({ abonent, failure }) => (abonent && !failure ? [abonent.id] : []));
    const firstId = state.takeIds(addressed.length);
    if (reached.length > 0)
      state.commit({
        what: 'message sent',
        firstId,
        companyId: company.id,
        abonentIds: reached,
        channel,
        text: message,
        atMs: now(),
      });
    let reachedBefore = 0;
    return sendList(reply, addressed, ({ failure }) =>
      failure === null
        ? { id: firstId + reachedBefore++, success: true, result: 'OK' }
        : { id: 0, success: false, result: failure },
    );
  });
};

interface Addressed {
  abonent: Abonent | null;
  failure: string | null;
}

/** A chat can be written to at any time; a push needs an application that somebody signed in with. */
function address(
  context: RosDomofonContext,
  company: Company,
  { id, phone }: Recipient,
  channel: string,
): Addressed {
  const which = id ? { id } : { phone: Number(phone) };
  const abonent = context.abonents.find(company, which);
  if (!abonent) return { abonent, failure: 'ABONENT_NOT_FOUND' };
  const isDeaf = channel === 'notification' && neverLoggedIn(viewOf(context), abonent.id);
  return { abonent, failure: isDeaf ? 'NO_PUSH_TOKENS' : null };
}

function everybodyOf({ state }: RosDomofonContext, company: Company): Abonent[] {
  const owners = [...state.current().city.accounts.values()]
    .filter((account) => account.company === company)
    .map(({ owner }) => owner);
  return [...new Set(owners)];
}
