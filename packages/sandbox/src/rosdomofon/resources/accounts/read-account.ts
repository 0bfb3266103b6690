import { sendList } from '../../http-list.ts';
import { idIn, lookupFor } from '../../lookup.ts';
import { ABONENTS_V1, type Resource, viewOf } from '../../resource.ts';
import { accountInfoWire } from '../../wire/account.ts';
import { connectionWire } from '../../wire/connection.ts';
import { flatDetailedWire } from '../../wire/flat.ts';

/** An account with everything about it, its flats, and its service connections. */
export const readAccount: Resource = (app, context) => {
  const path = `${ABONENTS_V1}/accounts/:accountId`;
  app.get(path, (request) =>
    accountInfoWire(viewOf(context), lookupFor(request, context).account(idIn(request, 'accountId'))),
  );
  app.get(`${path}/flats`, (request, reply) => {
    const { flats } = lookupFor(request, context).account(idIn(request, 'accountId'));
    return sendList(reply, flats, (flat) => flatDetailedWire(viewOf(context), flat));
  });
  app.get(`${path}/connections`, (request, reply) => {
    const account = lookupFor(request, context).account(idIn(request, 'accountId'));
    const connections = account.flats
      .flatMap((flat) => flat.connections)
      .filter((connection) => connection.account === account);
    return sendList(reply, connections, (connection) => connectionWire(viewOf(context), connection));
  });
};
