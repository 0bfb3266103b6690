import { uuidOfName } from '../../random/random.ts';
import type { Account } from '../city/entities.ts';
import { delegationsWire, ownerDetailedWire, ownerWire } from './abonent.ts';
import { companyDetailedWire, companyWire } from './company.ts';
import { connectionDetailedWire } from './connection-detailed.ts';
import { draw, drawInt, maybe, relied, type View } from './fields.ts';

const DAY_MS = 86_400_000;
/** The day on which the sandbox's bookkeeping stands still: answers have to be the same tomorrow. */
const TODAY_MS = Date.UTC(2026, 0, 15);

/** As the list of all accounts has it. */
export function accountWire(view: View, account: Account) {
  return {
    ...common(view, account),
    ...(account.number === null && draw(account.id, 'number') < 0.5 ? {} : { number: account.number }),
    owner: ownerWire(view, account.owner),
    company: companyWire(view, account.company),
    isCompanyRecurringEnabled: isRecurringEnabled(account),
  };
}

/** An account without a number has an empty one here: known clients take it for text (facts §4.9). */
export function accountInfoWire(view: View, account: Account) {
  const { id, number, owner, company } = account;
  const delegations = delegationsWire(view, owner);
  return {
    ...common(view, account),
    number: number ?? '',
    ...maybe(view, id, 'isCompanyRecurringEnabled', isRecurringEnabled(account)),
    ...maybe(view, id, 'paidUntil', dayOf(id, 'paidUntil')),
    ...maybe(view, id, 'balance', balanceOf(account)),
    company: companyDetailedWire(view, company),
    owner: {
      ...ownerDetailedWire(view, owner),
      ...(delegations.length > 0 || draw(id, 'delegations') < 0.3 ? relied(view, { delegations }) : {}),
    },
    connections: account.flats
      .flatMap(({ connections }) => connections)
      .filter((connection) => connection.account === account)
      .map((connection) => connectionDetailedWire(view, connection)),
    ...maybe(view, id, 'invoice', invoiceOf(account)),
    ...(draw(id, 'recurring') < 0.3 ? maybe(view, id, 'recurringPayment', recurringPaymentOf(account)) : {}),
  };
}

function common(view: View, { id, isBlocked }: Account) {
  return {
    id,
    blocked: isBlocked,
    ...maybe(view, id, 'billingAvailable', draw(id, 'billing') < 0.9),
    ...maybe(view, id, 'termsOfUseLink', 'https://terms.example/offer'),
    ...maybe(view, id, 'blockReason', isBlocked ? 'Задолженность' : null),
  };
}

const isRecurringEnabled = ({ company }: Account) => draw(company.id, 'recurring') < 0.5;

const dayOf = (id: number, word: string) =>
  new Date(TODAY_MS + drawInt(id, word, -60, 60) * DAY_MS).toISOString().slice(0, 10);

const currencyOf = ({ flats: [flat] }: Account) =>
  flat?.entrance?.place.country.shortName === 'KZ' ? 'KZT' : 'RUB';

/** Who is blocked owes something. */
function balanceOf(account: Account) {
  const { id, isBlocked } = account;
  const amount = drawInt(id, 'balance', isBlocked ? 100 : -100, 3000) / 2;
  const balance = isBlocked ? -amount : amount;
  return {
    accountId: id,
    balance,
    balanceDate: TODAY_MS + drawInt(id, 'balanceDate', -30, 0) * DAY_MS,
    currency: currencyOf(account),
    isPaymentAvailable: draw(id, 'payment') < 0.8,
    ...(balance < 0
      ? { recommendedPaymentDate: TODAY_MS + 5 * DAY_MS, recommendedPaymentSum: -balance }
      : { recommendedPaymentDate: null }),
    showBanner: balance < 0,
  };
}

const invoiceOf = (account: Account) => ({
  amount: drawInt(account.id, 'invoice', 40, 600),
  currency: currencyOf(account),
  dateBegin: '2026-01-01',
  reminderNeeded: draw(account.id, 'reminder') < 0.3,
  uid: uuidOfName(`invoice ${account.id}`),
});

const PAYMENT_STATUSES = ['NEW', 'PENDING', 'SUCCESS', 'FAILED'] as const;

function recurringPaymentOf(account: Account) {
  const status = PAYMENT_STATUSES[drawInt(account.id, 'status', 0, 3)];
  return {
    amount: drawInt(account.id, 'payment', 40, 600),
    currency: currencyOf(account),
    date: TODAY_MS + drawInt(account.id, 'date', -20, 20) * DAY_MS,
    ...(status === 'FAILED' ? { reason: 'Недостаточно средств' } : {}),
    status,
  };
}
