import { abonentOf } from '../../auth/caller.ts';
import type { City } from '../../city/city.ts';
import { usableFlatsOf } from '../../city/city.ts';
import { type Key, keysOf } from '../../city/equipment.ts';
import { type Resource, viewOf } from '../../resource.ts';
import { addressWire } from '../../wire/address.ts';

/** The doors that the abonent can open. */
export const listKeys: Resource = (app, context) => {
  app.get('/abonents-service/api/v2/abonents/keys', (request) => {
    const view = viewOf(context);
    return keysOfAbonent(view.state.city, abonentOf(request).id).map(({ entrance, rda, relay, type }) => ({
      adapterId: rda.uid,
      relay,
      type,
      address: addressWire(view, entrance),
    }));
  });
};

/** Each door once, however many of his flats it leads to. */
export function keysOfAbonent(city: City, abonentId: number): Key[] {
  const keys = usableFlatsOf(city, abonentId).flatMap(keysOf);
  return [...new Map(keys.map((key) => [`${key.rda.uid}/${key.relay}`, key])).values()];
}
