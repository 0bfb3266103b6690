import { idIn, lookupFor } from '../../lookup.ts';
import { ABONENTS_V1, type Resource } from '../../resource.ts';

/** A single service of a single flat. Blocking twice is no mistake. */
export const blockConnection: Resource = (app, context) => {
  const { state } = context;
  for (const [method, isBlocked] of [
    ['PUT', true],
    ['DELETE', false],
  ] as const)
    app.route({
      method,
      url: `${ABONENTS_V1}/services_connections/:connectionId/block`,
      handler: (request, reply) => {
        const connection = lookupFor(request, context).connection(idIn(request, 'connectionId'));
        if (connection.isBlocked !== isBlocked)
          state.commit({ what: 'connection blocked', id: connection.id, isBlocked });
        return reply.send();
      },
    });
};
