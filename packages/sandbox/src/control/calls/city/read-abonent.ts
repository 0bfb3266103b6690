import { z } from 'zod';
import { historyOf } from '../../../rosdomofon/abonents/history-of-abonent.ts';
import { addressStringOf } from '../../../rosdomofon/wire/address.ts';
import { defineCall } from '../../call.ts';
import { namedAbonent } from '../../chosen-abonent.ts';
import { who } from '../../fields.ts';

export const readAbonent = defineCall({
  method: 'GET',
  path: '/abonent',
  summary: 'Everything that the company has of an abonent: accounts, flats, connections, how many of each.',
  accepts: z.strictObject(who),
  run(input, context) {
    const abonent = namedAbonent(context, input);
    const { city, settings } = context.state.current();
    const own = city.plan.own.company;
    const resident = city.residents.get(abonent.id);
    const accounts = resident?.accounts.filter(({ company }) => company === own) ?? [];
    const flats = resident?.flats.filter(({ company }) => company === own) ?? [];
    const connections = flats.flatMap((flat) => flat.connections);
    return {
      id: abonent.id,
      phone: resident?.phone ?? abonent.phone,
      counts: {
        accounts: accounts.length,
        flats: flats.length,
        connections: connections.length,
        messages: historyOf(context, own, abonent.id).length,
        signUps: context.signUps.list({ abonentId: abonent.id, limit: Number.POSITIVE_INFINITY }).length,
      },
      accounts: accounts.map(({ id, number, isBlocked }) => ({ id, number, isBlocked })),
      flats: flats.map(({ id, number, entrance, account, isVirtual }) => ({
        id,
        number,
        isVirtual,
        entranceId: entrance?.id ?? null,
        address: entrance && addressStringOf(entrance),
        accountId: account?.id ?? null,
      })),
      connections: connections.map(({ id, service, flat, account, isBlocked }) => ({
        id,
        serviceId: service.id,
        type: service.type,
        flatId: flat.id,
        accountId: account.id,
        isBlocked,
      })),
      settings: settings.get(abonent.id) ?? null,
    };
  },
});
