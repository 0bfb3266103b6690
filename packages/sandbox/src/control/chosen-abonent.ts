import { type Abonent, abonentOf } from '../city-plan/abonents.ts';
import type { Account } from '../rosdomofon/city/entities.ts';
import type { ControlContext } from './call.ts';
import { ControlError } from './control-error.ts';

export interface Who {
  abonentId?: number | undefined;
  phone?: number | undefined;
  accountId?: number | undefined;
}

/** Whom a call is about; null when it does not say. */
export function chosenAbonent(context: ControlContext, { accountId, ...which }: Who): Abonent | null {
  return accountId === undefined ? abonentOf(which) : chosenAccount(context, accountId).owner;
}

export function chosenAccount({ state, companyShortName }: ControlContext, id: number): Account {
  const account = state.current().city.accounts.get(id);
  if (account?.company.shortName === companyShortName) return account;
  throw new ControlError(404, 'UNKNOWN_ACCOUNT', `The company ${companyShortName} has no account ${id}`);
}

export function namedAbonent(context: ControlContext, who: Who): Abonent {
  const abonent = chosenAbonent(context, who);
  if (abonent) return abonent;
  throw new ControlError(400, 'NOBODY_NAMED', 'Give one of abonentId, phone and accountId');
}
