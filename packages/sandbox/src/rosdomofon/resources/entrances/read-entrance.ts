import { sendList } from '../../http-list.ts';
import { idIn, lookupFor } from '../../lookup.ts';
import { ABONENTS_V1, RDAS_V1, type Resource, viewOf } from '../../resource.ts';
import { entranceDetailedWire } from '../../wire/entrance.ts';
import { flatDetailedWire } from '../../wire/flat.ts';
import { serviceWire } from '../../wire/service.ts';

/** What an entrance offers, who lives there, and, in another service and with a slash at the end, how it is built. */
export const readEntrance: Resource = (app, context) => {
  const path = `${ABONENTS_V1}/entrances/:entranceId`;
  app.get(`${path}/services`, (request, reply) => {
    const { services } = lookupFor(request, context).entrance(idIn(request, 'entranceId'));
    return sendList(reply, services, serviceWire);
  });
  app.get(`${path}/flats`, (request, reply) => {
    const { flats } = lookupFor(request, context).entrance(idIn(request, 'entranceId'));
    return sendList(reply, flats, (flat) => flatDetailedWire(viewOf(context), flat));
  });
  app.get(`${RDAS_V1}/entrances/:entranceId/`, (request) =>
    entranceDetailedWire(viewOf(context), lookupFor(request, context).entrance(idIn(request, 'entranceId'))),
  );
};
