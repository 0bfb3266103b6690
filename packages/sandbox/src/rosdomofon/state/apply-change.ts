import type { Company } from '../../city-plan/companies.ts';
import { addAccount, addConnection, addFlat, residentOf } from '../city/city.ts';
import type { Change, ChangeOf } from './change.ts';
import type { CityState } from './city-state.ts';

type Apply = { [What in Change['what']]: (state: CityState, change: ChangeOf<What>) => void };

/** What was decided takes effect, at once and when it is read from the journal: the same function for both. */
export function applyChange(state: CityState, change: Change): void {
  (APPLY[change.what] as (state: CityState, change: Change) => void)(state, change);
}

const APPLY: Apply = {
  'account created': ({ city }, { id, number, companyId, abonentId, phone }) => {
    const owner = residentOf(city, { id: abonentId, phone });
    addAccount(city, { id, number, owner, company: companyOf(city.companies, companyId), isBlocked: false });
  },
  'account blocked': ({ city }, { id, isBlocked }) => {
    here(city.accounts, id).isBlocked = isBlocked;
  },
  'flat created': ({ city }, { id, companyId, entranceId, number, isVirtual, abonentId, phone }) => {
    const company = companyOf(city.companies, companyId);
    const owner = residentOf(city, { id: abonentId, phone });
    addFlat(city, {
      id,
      number,
      company,
      entrance: entranceId === null ? null : here(city.entrances, entranceId),
      account: owner.accounts.find((account) => account.company === company) ?? null,
      owner,
      isVirtual,
    });
  },
  'service connected': ({ city }, { id, serviceId, flatId, accountId }) => {
    addConnection(city, {
      id,
      service: here(city.services, serviceId),
      flat: here(city.flats, flatId),
      account: here(city.accounts, accountId),
      isBlocked: false,
    });
  },
  'connection blocked': ({ city }, { id, isBlocked }) => {
    here(city.connections, id).isBlocked = isBlocked;
  },
  'message sent': ({ messages }, { firstId, companyId, abonentIds, channel, text, atMs }) => {
    for (const [index, abonentId] of abonentIds.entries()) {
      const message = { id: firstId + index, companyId, channel, text, atMs };
      const known = messages.get(abonentId);
      if (known) known.push(message);
      else messages.set(abonentId, [message]);
    }
  },
  'code sent': ({ codes }, { phone, code, atMs }) => {
    codes.set(phone, { phone, code, atMs });
  },
  'abonent signed in': (state, { abonentId, phone, refreshTokenHash }) => {
    state.codes.delete(phone);
    state.refreshTokens.set(refreshTokenHash, { id: abonentId, phone });
    state.everSignedIn.add(abonentId);
  },
  'settings changed': ({ settings }, { abonentId, callsMuted, chatsMuted }) => {
    settings.set(abonentId, { callsMuted, chatsMuted });
  },
  'door opened': ({ doorOpenings }, { abonentId, adapterId, relay, atMs }) => {
    doorOpenings.push({ abonentId, adapterId, relay, atMs });
  },
  'action token made': ({ actionTokens }, { id, token, abonentId, expiresAtMs }) => {
    actionTokens.set(token, { id, token, abonentId, expiresAtMs, useCount: 0 });
  },
  'action token used': ({ actionTokens }, { token }) => {
    here(actionTokens, token).useCount += 1;
  },
};

function companyOf(companies: readonly Company[], id: number): Company {
  const company = companies.find((known) => known.id === id);
  if (!company) throw new RangeError(`no company ${id}`);
  return company;
}

/** A change names only what was there when it was decided. */
function here<Key, Value>(things: ReadonlyMap<Key, Value>, key: Key): Value {
  const thing = things.get(key);
  if (thing === undefined)
    throw new RangeError(`the journal names ${String(key)}, which is not in this city`);
  return thing;
}
