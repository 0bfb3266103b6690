import { addAuditEntry, findIntegration, requestJob, type Store, type Tx } from '@domovoy/store';
import { z } from 'zod';
import type { KeyConflict } from '../../idempotency/intention.ts';
import { once, RememberedId } from '../../idempotency/once.ts';
import { hasRestAccess } from '../../integration/rosdomofon-config.ts';
import { tellOfJobs } from '../../jobs/tell-of-jobs.ts';
import { isOfferedAt, type ServiceAtEntrance } from './service-at-entrance.ts';

/** Remembered under a key. */
const Requested = z.object({ kind: z.literal('requested'), jobId: RememberedId });

export type ConnectToEntranceResult =
  | z.output<typeof Requested>
  /** So many flats would get it now. */
  | { readonly kind: 'count-changed'; readonly count: number }
  /** The company has no integration, none with access to RosDomofon's REST, or it is paused. */
  | { readonly kind: 'off' | 'paused' }
  /** The service is not to be had in this entrance. */
  | { readonly kind: 'not-offered' };

interface ToConnect {
  readonly companyId: bigint;
  readonly at: ServiceAtEntrance;
  /** How many flats the person saw: with another number nothing is done. */
  readonly expectedCount: number;
  readonly actor: string;
}

/** A job that connects a service to each flat of an entrance that has an account and not the service; once for each key. */
export async function connectServiceToEntrance(
  store: Store,
  { idempotencyKey: key, ...given }: ToConnect & { readonly idempotencyKey: string },
): Promise<ConnectToEntranceResult | KeyConflict> {
  const { companyId, at, expectedCount } = given;
  const result = await once<z.output<typeof Requested>, ConnectToEntranceResult>(
    store,
    { companyId, key, mutation: 'connectServiceToEntrance', input: { ...at, expectedCount } },
    { done: Requested, work: (tx, joined) => requestIn(tx, joined, given) },
  );
  if (result.kind === 'requested') tellOfJobs(store);
  return result;
}

async function requestIn(
  tx: Tx,
  joined: Store,
  { companyId, at, expectedCount, actor }: ToConnect,
): Promise<ConnectToEntranceResult> {
  const integration = await findIntegration(tx, { companyId, kind: 'rosdomofon' });
  if (integration === null || !hasRestAccess(integration.config)) return { kind: 'off' };
  if (integration.state === 'paused') return { kind: 'paused' };
  if (!(await isOfferedAt(joined, companyId, at))) return { kind: 'not-offered' };
  const { without: count } = await joined.company(companyId).countFlatsAtEntrance(at);
  if (count !== expectedCount) return { kind: 'count-changed', count };
  const input = {
    entranceRosdomofonId: String(at.entranceRosdomofonId),
    serviceRosdomofonId: String(at.serviceRosdomofonId),
  };
  const kind = 'services.connect';
  const jobId = await requestJob(tx, { companyId, kind, input, total: count, requestedBy: actor });
  await addAuditEntry(tx, {
    companyId,
    actor,
    action: 'service.connect_to_entrance',
    entity: 'job',
    entityId: jobId,
    details: { ...input, expectedCount },
  });
  return { kind: 'requested', jobId };
}
