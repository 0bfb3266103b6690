import { times } from '../../intake/columns.ts';
import type { Runner } from '../../open/run-on.ts';
import { type MirrorAuthor, type Mirrored, RUN, runMirrorStatement, toldAs } from '../mirror-statement.ts';

export interface AccountDetailsRow {
  readonly rosdomofonId: number;
  readonly balance: number | null;
  readonly balanceCurrency: string | null;
  readonly balanceAt: Date | null;
  readonly recommendedPayment: number | null;
  readonly recommendedPaymentAt: Date | null;
  readonly paidUntil: Date | null;
}

const COLUMNS = [
  'balance',
  'balance_currency',
  'balance_at',
  'recommended_payment',
  'recommended_payment_at',
  'paid_until',
] as const;
const of = (prefix: string) => COLUMNS.map((column) => `${prefix}.${column}`).join();

const STATEMENT = `/* record_account_details */
with ${RUN}, given as materialized (
  select $3::bigint as rosdomofon_id, $4::numeric(14, 2) as balance, $5::text as balance_currency,
    $6::numeric(14, 2) as recommended_payment, ($7::timestamptz[])[1] as balance_at,
    ($7::timestamptz[])[2] as recommended_payment_at, ($7::timestamptz[])[3] as paid_until
), written as (
  update accounts m set ${COLUMNS.map((column) => `${column} = g.${column}`).join(', ')},
    details_synced_at = clock_timestamp(),
    changed_at = case when (${of('m')}) is distinct from (${of('g')}) then clock_timestamp() else m.changed_at end
  from run, given g where m.company_id = run.company_id and m.rosdomofon_id = g.rosdomofon_id
  returning new.id, false as is_added, old.changed_at <> new.changed_at as is_changed
), ${toldAs('account')}`;

/** What only the details of a single account tell. The account itself is known already. */
export const recordAccountDetails = (
  runner: Runner,
  by: MirrorAuthor,
  row: AccountDetailsRow,
): Promise<Mirrored> =>
  runMirrorStatement(runner, by, STATEMENT, [
    row.rosdomofonId,
    row.balance,
    row.balanceCurrency,
    row.recommendedPayment,
    times([row.balanceAt, row.recommendedPaymentAt, row.paidUntil]),
  ]);
