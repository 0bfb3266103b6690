import type { MessageRow } from '../conversation/load-messages.ts';
import { numbers, textColumn, texts } from '../intake/columns.ts';
import { type Runner, runOn } from '../open/run-on.ts';

export type MessageState = MessageRow['state'];

/** Which message, and from which states it may move: packages/domain decides. */
export interface MessageMove {
  readonly companyId: bigint;
  readonly messageId: bigint;
  readonly from: readonly MessageState[];
}

const move = (name: string, set: string, extra = '') => `/* ${name} */
with ${extra}moved as (
  update messages m set ${set}
  where m.id = $1::bigint and m.company_id = $2::bigint and m.state = any(${textColumn(3)}) returning m.id
), told as (
  insert into changes (company_id, entity, entity_id, op) select $2::bigint, 'message', id, 'changed' from moved
)
select id::text from moved`;

const CLEAR = 'failure_code = null, failure_reason = null';

const SENT = move('message_sent', `state = 'sent', ${CLEAR}, is_outcome_unknown = false`);

/** What is known of an earlier attempt stays: whoever sends it again has to look first. */
const QUEUED = move('message_queued_again', `state = 'queued', ${CLEAR}`);

/**
 * Runs in the transaction that settles the delivery, behind the attempt's own row. The last attempt that was really
 * made decides whether the outcome is known: each one that follows an unknown outcome looks first. The reason is the
 * one that the handler noted of the answer.
 */
const FAILED = move(
  'message_failed',
  `state = 'failed', failure_code = $4::text, failure_reason = (select reason from last),
    is_outcome_unknown = coalesce((select outcome = 'ambiguous' from last), false)`,
  `last as (
  select outcome, response ->> 'reason' as reason from delivery_attempts
  where delivery_id = $5::bigint and error_code is distinct from 'ATTEMPTS_SPENT' order by fence desc limit 1
), `,
);

/** False: it was not in any of these states. */
async function moved(runner: Runner, text: string, given: MessageMove, ...more: (string | bigint)[]) {
  const args = [given.messageId, given.companyId, texts(given.from), ...more];
  return (await runOn(runner, text, args)).length > 0;
}

export const markMessageSent = (runner: Runner, given: MessageMove): Promise<boolean> =>
  moved(runner, SENT, given);

export const requeueMessage = (runner: Runner, given: MessageMove): Promise<boolean> =>
  moved(runner, QUEUED, given);

export const markMessageFailed = (
  runner: Runner,
  given: MessageMove & { readonly deliveryId: bigint; readonly code: string },
): Promise<boolean> => moved(runner, FAILED, given, given.code, given.deliveryId);

const FLAG = `/* flag_message_outcome_unknown */
with flagged as (
  update messages set is_outcome_unknown = true
  where id = any($1::bigint[]) and company_id = $2::bigint and state <> 'sent' and not is_outcome_unknown
  returning id
)
insert into changes (company_id, entity, entity_id, op) select $2::bigint, 'message', id, 'changed' from flagged`;

/** People see that nobody knows, while it is being found out. */
export async function flagMessageOutcomeUnknown(
  runner: Runner,
  { companyId, messageId }: Pick<MessageMove, 'companyId' | 'messageId'>,
): Promise<void> {
  await runOn(runner, FLAG, [numbers([messageId]), companyId]);
}
