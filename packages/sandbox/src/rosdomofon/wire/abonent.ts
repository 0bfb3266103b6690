import { uuidOfName } from '../../random/random.ts';
import type { Delegation, Resident } from '../city/entities.ts';
import { draw, maybe, relied, type View } from './fields.ts';

/** Some have the application and never used it: they cannot be told anything by push. */
export const neverLoggedIn = ({ state }: View, id: number): boolean =>
  !state.everSignedIn.has(id) && draw(id, 'neverLoggedIn') < 0.12;

const isResolved = (id: number) => draw(id, 'resolved') < 0.95;

export function ownerWire(view: View, { id, phone }: Resident) {
  return {
    id,
    phone,
    ...maybe(view, id, 'neverLoggedIn', neverLoggedIn(view, id)),
    resolved: isResolved(id),
  };
}

export function ownerDetailedWire(view: View, { id, phone }: Resident) {
  return {
    id,
    ...relied(view, { phone }),
    ...maybe(view, id, 'resolved', isResolved(id)),
    ...maybe(view, id, 'fakeAuthOn', false),
    ...maybe(view, id, 'forTest', false),
    ...maybe(view, id, 'isClient', true),
    ...maybe(view, id, 'neverLoggedIn', neverLoggedIn(view, id)),
    ...maybe(view, id, 'uid', uuidOfName(`abonent ${id}`)),
    ...maybe(view, id, 'supportRequestDate', null),
  };
}

/** Whom he lets in, and who lets him in. */
export function delegationsWire(view: View, { id }: Resident) {
  const { delegationsFrom, delegationsTo } = view.state.city;
  const delegations = [...(delegationsFrom.get(id) ?? []), ...(delegationsTo.get(id) ?? [])];
  return delegations.map((delegation) => delegationWire(view, delegation));
}

/** Both forms of the two abonents are seen: an object, and the bare id as text (facts §1.4). */
function delegationWire(view: View, { id, from, to, isActive }: Delegation) {
  const isObject = draw(id, 'form') < 0.5;
  const abonent = (whose: Delegation['from']) =>
    isObject ? { id: whose.id, phone: whose.phone } : String(whose.id);
  return {
    id,
    ...maybe(view, id, 'active', isActive),
    ...maybe(view, id, 'notificationSuccess', draw(id, 'told') < 0.7),
    ...relied(view, { fromAbonent: abonent(from), toAbonent: abonent(to) }),
  };
}
