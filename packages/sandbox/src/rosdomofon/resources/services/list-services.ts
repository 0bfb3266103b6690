import { operatorOf } from '../../auth/caller.ts';
import { pageWire, sendList } from '../../http-list.ts';
import { idIn, lookupFor } from '../../lookup.ts';
import { ABONENTS_V1, type Resource, viewOf } from '../../resource.ts';
import { connectionWire } from '../../wire/connection.ts';
import { serviceDetailedWire } from '../../wire/service.ts';

/** All services of the company by pages, and who has one of them. */
export const listServices: Resource = (app, context) => {
  app.get(`${ABONENTS_V1}/services`, (request) => {
    const company = operatorOf(request);
    const view = viewOf(context);
    const own = [...view.state.city.services.values()].filter((service) => service.company === company);
    return pageWire(request, own, (service) => serviceDetailedWire(view, service));
  });
  app.get(`${ABONENTS_V1}/services/:serviceId/connections`, (request, reply) => {
    const { connections } = lookupFor(request, context).service(idIn(request, 'serviceId'));
    return sendList(reply, connections, (connection) => connectionWire(viewOf(context), connection));
  });
};
