import { operatorOf } from '../../auth/caller.ts';
import { pageWire } from '../../http-list.ts';
import { ABONENTS_V1, type Resource, viewOf } from '../../resource.ts';
import { addressStringOf } from '../../wire/address.ts';
import { entranceWithServicesWire } from '../../wire/entrance.ts';

/** The company's entrances with their services; with `address` those whose addressString has it in it. */
export const searchEntrances: Resource = (app, context) => {
  app.get<{ Querystring: { address?: string } }>(`${ABONENTS_V1}/entrances`, (request) => {
    const company = operatorOf(request);
    const view = viewOf(context);
    const address = request.query.address?.trim() ?? '';
    const isFound = address === '' ? () => true : searchFor(address);
    const found = [...view.state.city.entrances.values()].filter(
      (entrance) => entrance.company === company && isFound(addressStringOf(entrance)),
    );
    const page = pageWire(request, found, (entrance) => entranceWithServicesWire(view, entrance));
    // Both forms are seen (facts §4.9): of a search, nothing is said about page and order.
    return address === '' ? page : { ...page, pageable: null, sort: null };
  });
};

/**
 * A search for a part of the text, in any case: "…, 1" finds "…, 11" too. An empty part between commas stands for
 * anything, which is how "<city>, , <house>" finds the houses of all streets (facts §1.5).
 */
function searchFor(address: string): (addressString: string) => boolean {
  const parts = address.split(',').map((part) => part.trim().toLowerCase());
  const pieces = parts.join(', ').replaceAll(', , ', ',\n, ').split('\n');
  return (addressString) => {
    const text = addressString.toLowerCase();
    let from = 0;
    return pieces.every((piece) => {
      const at = text.indexOf(piece, from);
      from = at + Math.max(0, piece.length - 1); // the comma may be the end of one piece and the beginning of the next
      return at !== -1;
    });
  };
}
