import type { AccountRow, SignUpPlanRow, SignUpRow } from '@domovoy/store';
import { ChosenServices } from '../../sign-up/match/suggestion.ts';
import type { CrmFacts } from './crm-facts.ts';

/** A sign-up in facts. */
export function signUpFacts(
  { signUp, plan }: { signUp: SignUpRow; plan: SignUpPlanRow | null },
  companyName: string,
): CrmFacts {
  const { city, street, house, block, building, housing } = signUp;
  const houseText = [house, block, building, housing].filter(Boolean).join(' ');
  return {
    address: [city, street, houseText].filter(Boolean).join(', '),
    entrance: plan?.addressLine ?? null,
    city,
    street,
    house: houseText || null,
    flat: plan?.flat ?? signUp.flat,
    phone: `+${signUp.phone}`,
    account: plan?.accountNumber ?? signUp.contractNumber,
    services: servicesOf(plan)
      .map(({ name }) => name)
      .join(', '),
    company: companyName,
    reason: plan?.rejectedReason ?? null,
    state: signUp.state,
    status: signUp.wireStatus,
    requestedAt: signUp.requestedAt.toISOString(),
    uid: signUp.uid,
  };
}

/** What is to be connected, or was. */
export const servicesOf = (plan: SignUpPlanRow | null) =>
  ChosenServices.catch([]).parse(plan?.services ?? []);

/** An abonent's account in facts; null: they have none that the mirror knows. */
export function accountFacts(account: AccountRow | null): CrmFacts {
  if (account === null) return {};
  const { balance, paidUntil } = account;
  return {
    accountNumber: account.number,
    isBlocked: account.isBlocked ? 'Y' : 'N',
    blockReason: account.blockReason,
    balance,
    debt: balance === null ? null : balance.startsWith('-') ? balance.slice(1) : '0.00',
    recommendedPayment: account.recommendedPayment,
    paidUntil: paidUntil?.toISOString() ?? null,
  };
}
