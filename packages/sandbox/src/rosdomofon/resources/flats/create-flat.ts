import { z } from 'zod';
import type { Abonent } from '../../../city-plan/abonents.ts';
import { operatorOf } from '../../auth/caller.ts';
import { parsed, RequestProblem } from '../../problem.ts';
import { ABONENTS_V1, type Resource, viewOf } from '../../resource.ts';
import { abonentFlatWire } from '../../wire/flat.ts';

/** Fields that are not known are left out; the entrance and the number of the flat are text (facts §4.8). */
const NewFlat = z.object({
  abonentId: z.int().nullish(),
  entranceId: z.string().regex(/^\d+$/, 'expected digits').nullish(),
  flatNumber: z.string().regex(/^\d{1,6}$/, 'expected a number of 1 to 6 digits'),
  virtual: z.boolean().default(false),
});

/**
 * The same flat can be made twice: nothing is known of the real service, and of all answers this is the one that shows
 * a client that repeats without looking. Without an abonent the flat is the company's own.
 */
export const createFlat: Resource = (app, context) => {
  const { state, abonents } = context;
  app.post(`${ABONENTS_V1}/flats`, (request, reply) => {
    const company = operatorOf(request);
    const { abonentId, entranceId, flatNumber, virtual } = parsed(NewFlat, request.body);
    const { city } = state.current();
    const entrance = entranceId == null ? null : city.entrances.get(Number(entranceId));
    if (entrance === undefined || (entrance && entrance.company !== company))
      throw new RequestProblem(422, `There is no entrance ${entranceId}`);
    const owner: Abonent | null =
      abonentId == null ? { id: company.id, phone: 0 } : abonents.find(company, { id: abonentId });
    if (!owner) throw new RequestProblem(422, `There is no abonent ${abonentId}`);
    const id = state.takeIds();
    state.commit({
      what: 'flat created',
      id,
      companyId: company.id,
      entranceId: entrance?.id ?? null,
      number: Number(flatNumber),
      isVirtual: virtual,
      abonentId: owner.id,
      phone: owner.phone,
    });
    const flat = city.flats.get(id);
    return reply.send(flat && abonentFlatWire(viewOf(context), flat));
  });
};
