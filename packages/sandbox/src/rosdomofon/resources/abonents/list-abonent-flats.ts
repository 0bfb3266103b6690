import { operatorOf } from '../../auth/caller.ts';
import { sendList } from '../../http-list.ts';
import { idIn } from '../../lookup.ts';
import { RequestProblem } from '../../problem.ts';
import { ABONENTS_V1, type Resource, viewOf } from '../../resource.ts';
import { abonentFlatWire } from '../../wire/flat.ts';

/** Known to work "every other time" (facts §1.3); what the other times are like is a matter of `behaviour`. */
export const listAbonentFlats: Resource = (app, context) => {
  let calls = 0;
  app.get(`${ABONENTS_V1}/abonents/:abonentId/flats`, (request, reply) => {
    const company = operatorOf(request);
    const id = idIn(request, 'abonentId');
    if (!context.abonents.find(company, { id })) throw new RequestProblem(404, `There is no abonent ${id}`);
    calls += 1;
    const { abonentFlats } = context.behaviour;
    const isOtherTime = calls % 2 === 1;
    if (isOtherTime && abonentFlats === 'fails every other time')
      throw new RequestProblem(500, 'could not extract ResultSet');
    const view = viewOf(context);
    const flats = view.state.city.residents.get(id)?.flats ?? [];
    const isHidden = isOtherTime && abonentFlats === 'empty every other time';
    return sendList(reply, isHidden ? [] : flats.filter((flat) => flat.company === company), (flat) =>
      abonentFlatWire(view, flat),
    );
  });
};
