import { type Abonent, abonentOf } from '../../city-plan/abonents.ts';
import type { Company } from '../../city-plan/companies.ts';
import type { KnownMessages } from '../../topics/known-messages.ts';
import type { KnownSignUps } from '../../topics/known-sign-ups.ts';
import type { KeptState } from '../state/kept-state.ts';

export interface KnownAbonents {
  /**
   * By id or by phone: somebody with an account or a flat of the company; and, for the sandbox's own company, whoever
   * signed up or wrote a message. Null for everybody else.
   */
  find(company: Company, which: { id?: number; phone?: number }): Abonent | null;
}

export function createKnownAbonents(
  state: KeptState,
  { signUps, messages }: { signUps: KnownSignUps; messages: KnownMessages },
): KnownAbonents {
  return {
    find(company, { id, phone }) {
      const asked = abonentOf({ abonentId: id, phone });
      if (!asked) return null;
      const { city } = state.current();
      const resident = city.residents.get(asked.id);
      const theirs = [...(resident?.accounts ?? []), ...(resident?.flats ?? [])];
      if (resident && theirs.some((thing) => thing.company === company)) return resident;
      if (company !== city.plan.own.company) return null;
      const [signUp] = signUps.list({ abonentId: asked.id, limit: 1 });
      const known = signUp ? Number(signUp.abonent?.phone) || 0 : messages.phoneOf(asked.id);
      return known === null ? null : { id: asked.id, phone: resident?.phone ?? known };
    },
  };
}
