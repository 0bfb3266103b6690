import { type Runner, runOn } from '../open/run-on.ts';

export interface TargetOfCompany {
  readonly companyId: bigint;
  readonly integrationId: bigint;
}

const CHANGE = `change as (
  insert into changes (company_id, entity, entity_id, op)
  select company_id, 'delivery_target', integration_id, 'changed' from target
)
select integration_id from target`;

const PAUSE = `/* pause_delivery_target */
with target as (
  insert into delivery_targets as t (integration_id, company_id, paused_at, paused_by, pause_reason)
  select id, company_id, now(), $3::text, $4::text from integrations where id = $1 and company_id = $2
  on conflict (integration_id) do update set paused_at = excluded.paused_at, paused_by = excluded.paused_by,
    pause_reason = excluded.pause_reason where t.paused_at is null
  returning integration_id, company_id
), ${CHANGE}`;

/** Nothing is sent any more until a person resumes it. False: it is paused already, or the company has it not. */
export async function pauseDeliveryTarget(
  runner: Runner,
  { companyId, integrationId, actor, reason }: TargetOfCompany & { actor: string; reason: string | null },
): Promise<boolean> {
  const rows = await runOn(runner, PAUSE, [integrationId, companyId, actor, reason]);
  return rows.length > 0;
}

const IS_PAUSED = `/* is_target_paused */
select from delivery_targets where integration_id = $1 and company_id = $2 and paused_at is not null`;

/** Has a person paused it? */
export const isDeliveryTargetPaused = async (
  runner: Runner,
  { companyId, integrationId }: TargetOfCompany,
): Promise<boolean> => (await runOn(runner, IS_PAUSED, [integrationId, companyId])).length > 0;

const RESUME = `/* resume_delivery_target */
with target as (
  update delivery_targets set paused_at = null, paused_by = null, pause_reason = null, quota_until = null, quota_code = null
  where integration_id = $1 and company_id = $2 and (paused_at is not null or quota_until > now())
  returning integration_id, company_id
), ${CHANGE}`;

/** Ends the pause, and the rest that the target asked for: the person knows better. False: there was neither. */
export async function resumeDeliveryTarget(
  runner: Runner,
  { companyId, integrationId }: TargetOfCompany,
): Promise<boolean> {
  const rows = await runOn(runner, RESUME, [integrationId, companyId]);
  return rows.length > 0;
}

const END_REST = `/* end_target_rest */
with target as (
  update delivery_targets set quota_until = null, quota_code = null
  where integration_id = $1::bigint and company_id = $2::bigint and quota_until > now()
  returning integration_id, company_id
), ${CHANGE}`;

/** Ends the rest that the target asked for; a person's pause stays. False: there was none. */
export async function endTargetRest(
  runner: Runner,
  { companyId, integrationId }: TargetOfCompany,
): Promise<boolean> {
  const rows = await runOn(runner, END_REST, [integrationId, companyId]);
  return rows.length > 0;
}

const REST = `/* rest_delivery_target */
with target as (
  insert into delivery_targets as t (integration_id, company_id, quota_until, quota_code)
  select id, company_id, now() + $4::float8 * interval '1 ms', $5::text
  from integrations where id = $1 and owner = $2 and owner_fence = $3
  on conflict (integration_id) do update set quota_until = greatest(t.quota_until, excluded.quota_until),
    quota_code = excluded.quota_code
  returning integration_id, company_id
), ${CHANGE}`;

/** The owner of an integration, as its claim knows it. */
export interface TargetOwner {
  readonly integrationId: bigint;
  readonly workerId: string;
  readonly ownerFence: bigint;
}

/** The target asked for a rest: in its row, so that the next owner keeps it as well. */
export async function restDeliveryTarget(
  runner: Runner,
  { integrationId, workerId, ownerFence, forMs, code }: TargetOwner & { forMs: number; code: string },
): Promise<void> {
  await runOn(runner, REST, [integrationId, workerId, ownerFence, forMs, code]);
}
