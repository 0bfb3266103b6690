import { type Runner, runOn } from '../open/run-on.ts';

/** Those of the conversation that are over, by deliveries_subject; the open ones by deliveries_open. */
const STATEMENT = `/* find_message_delivery */
select id::text from deliveries
where company_id = $1::bigint and integration_id + 0 = $2::bigint and subject = $3::text and kind = $4::text
  and state in ('delivered', 'dead', 'skipped') and payload ->> 'messageId' = $5::text
order by id desc limit 1`;

/** The last delivery of a message that has ended; null: it is forgotten. */
export async function findMessageDelivery(
  runner: Runner,
  given: { companyId: bigint; integrationId: bigint; subject: string; kind: string; messageId: bigint },
): Promise<bigint | null> {
  const { companyId, integrationId, subject, kind, messageId } = given;
  const [row] = await runOn<{ id: string }>(runner, STATEMENT, [
    companyId,
    integrationId,
    subject,
    kind,
    String(messageId),
  ]);
  return row === undefined ? null : BigInt(row.id);
}
