import { type CrmSignUp, listCrmSignUpsSince, loadCrmSignUps, type Tx } from '@domovoy/store';
import { CRM_KINDS, type CrmTarget } from '../crm-kinds.ts';
import { type CrmMapping, dealKind } from '../mapping/crm-mapping.ts';
import { enqueueUnlessPending } from './enqueue-unless-pending.ts';
import { type CrmPlanner, causeOf, changedIds } from './planner.ts';
import { tellOfSignUp } from './tell-of-sign-up.ts';

export const signUpPlanner: CrmPlanner = {
  entities: ['sign_up'],
  async plan(tx, { target, mapping, changes }) {
    const asked = { ...askedBy(target, mapping), ids: changedIds(changes) };
    return tell(tx, target, causeOf(changes), await loadCrmSignUps(tx, asked));
  },
};

const askedBy = ({ integrationId, companyId }: CrmTarget, mapping: CrmMapping) => ({
  integrationId,
  companyId,
  remoteKind: dealKind(mapping),
  toldKinds: Object.keys(mapping.comments),
});

const tell = (tx: Tx, target: CrmTarget, cause: string, signUps: readonly CrmSignUp[]): Promise<number> =>
  enqueueUnlessPending(tx, CRM_KINDS, target, { cause, toTell: signUps.flatMap(tellOfSignUp) });

/** These sign-ups, whether or not anything of them changed. */
export async function planSignUps(
  tx: Tx,
  {
    target,
    mapping,
    ids,
    cause,
  }: { target: CrmTarget; mapping: CrmMapping; ids: readonly bigint[]; cause: string },
): Promise<number> {
  return tell(tx, target, cause, await loadCrmSignUps(tx, { ...askedBy(target, mapping), ids }));
}

/** A page of what was there before the portal. `last` null: that was the end. */
export async function planBackfill(
  tx: Tx,
  given: { target: CrmTarget; mapping: CrmMapping; since: Date; after: bigint; limit: number },
): Promise<{ enqueued: number; last: bigint | null }> {
  const { target, mapping, ...page } = given;
  const signUps = await listCrmSignUpsSince(tx, { ...askedBy(target, mapping), ...page });
  const enqueued = await tell(tx, target, `backfill:${page.since.toISOString()}`, signUps);
  return { enqueued, last: signUps.at(-1)?.id ?? null };
}
