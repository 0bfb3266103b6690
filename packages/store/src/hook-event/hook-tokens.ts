import { type Runner, runOn } from '../open/run-on.ts';

export interface HookToken {
  readonly integrationId: bigint;
  readonly tokenHash: Uint8Array;
  /** Entered by a person for an outgoing webhook, or told by the portal when the application was installed. */
  readonly origin: 'outgoing_webhook' | 'application';
  /** Of the portal that told it. */
  readonly memberId: string | null;
}

const REPLACE = `/* replace_hook_token */
with former as (
  delete from hook_tokens
  where integration_id = $1::bigint and origin = $3::text and token_hash <> decode($2::text, 'hex')
)
insert into hook_tokens (integration_id, token_hash, origin, member_id)
values ($1::bigint, decode($2::text, 'hex'), $3::text, $4::text)
on conflict (integration_id, token_hash) do update set member_id = excluded.member_id`;

/** The token of this origin from now on; a former one of the same origin is not believed any more. */
export async function replaceHookToken(runner: Runner, given: HookToken): Promise<void> {
  const { integrationId, tokenHash, origin, memberId } = given;
  const hash = Buffer.from(tokenHash).toString('hex');
  await runOn(runner, REPLACE, [integrationId, hash, origin, memberId]);
}

/** The portal has taken the application away: nobody is believed who carries its token. */
export async function forgetHookTokens(
  runner: Runner,
  { integrationId, origin }: Pick<HookToken, 'integrationId' | 'origin'>,
): Promise<void> {
  await runOn(
    runner,
    '/* forget_hook_tokens */ delete from hook_tokens where integration_id = $1::bigint and origin = $2::text',
    [integrationId, origin],
  );
}

/** Does the portal's event carry a token that is known? */
export async function hasHookToken(
  runner: Runner,
  { integrationId, origin }: Pick<HookToken, 'integrationId' | 'origin'>,
): Promise<boolean> {
  const rows = await runOn(
    runner,
    '/* has_hook_token */ select 1 from hook_tokens where integration_id = $1::bigint and origin = $2::text limit 1',
    [integrationId, origin],
  );
  return rows.length > 0;
}
