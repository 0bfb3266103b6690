import { type Runner, runOn } from '../open/run-on.ts';

const STATEMENT = `/* patch_delivery_payload */
update deliveries set payload = payload || $2::text::jsonb where id = $1::bigint and state = 'pending'`;

/** Of a delivery that this transaction made, before anybody could claim it. */
export async function patchDeliveryPayload(
  runner: Runner,
  deliveryId: bigint,
  patch: Readonly<Record<string, unknown>>,
): Promise<void> {
  await runOn(runner, STATEMENT, [deliveryId, JSON.stringify(patch)]);
}
