import { randomUUID } from 'node:crypto';
import {
  addAuditEntry,
  type EnqueuedDelivery,
  findIntegration,
  type NewAuditEntry,
  type Store,
  type Tx,
} from '@domovoy/store';
import { z } from 'zod';
import { tell } from '../../deliveries/by-hand/tell.ts';
import { createEnqueue } from '../../deliveries/kind/enqueue.ts';
import { accountBlock, accountUnblock } from '../../deliveries/kinds/account-block.ts';
import { accountCreate } from '../../deliveries/kinds/account-create.ts';
import { flatCreate } from '../../deliveries/kinds/flat-create.ts';
import { serviceConnect } from '../../deliveries/kinds/service-connect.ts';
import {
  serviceConnectionBlock,
  serviceConnectionUnblock,
} from '../../deliveries/kinds/service-connection-block.ts';
import type { KeyConflict } from '../../idempotency/intention.ts';
import { once, RememberedId } from '../../idempotency/once.ts';
import { hasRestAccess } from '../../integration/rosdomofon-config.ts';

export const enqueueEffect = createEnqueue({
  'account.block': accountBlock,
  'account.create': accountCreate,
  'account.unblock': accountUnblock,
  'flat.create': flatCreate,
  'service.connect': serviceConnect,
  'service_connection.block': serviceConnectionBlock,
  'service_connection.unblock': serviceConnectionUnblock,
});

/** Who asks for a change at RosDomofon. */
export interface EffectCaller {
  readonly companyId: bigint;
  /** `user:…`, `api-key:<public id>`. */
  readonly actor: string;
  /** Of the caller: the same one again gives the first delivery. */
  readonly idempotencyKey: string;
}

/** Remembered under the caller's key. */
const Requested = z.object({
  kind: z.literal('requested'),
  deliveryId: RememberedId,
  integrationId: RememberedId,
});

/** The change is on its way: `DeliveryWaiter` tells when it is made, and `effectOutcome` what came of it. */
export type RequestedEffect =
  | z.output<typeof Requested>
  | KeyConflict
  /** The company has no integration, none with access to RosDomofon's REST, or it is paused. */
  | { readonly kind: 'off' | 'paused' }
  /** What it is about is not the company's. */
  | { readonly kind: 'not-found' };

/** What every delivery of an effect has. */
export interface EffectTarget {
  readonly target: {
    readonly integrationId: bigint;
    readonly companyId: bigint;
    readonly kind: 'rosdomofon';
  };
  readonly dedupeKey: string;
  readonly requestedBy: string;
}

export interface Effect {
  /** The name of the mutation, and what was asked for. */
  readonly mutation: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** Null: what it is about is not there. */
  readonly enqueue: (tx: Tx, common: EffectTarget) => Promise<EnqueuedDelivery | null>;
  /** What the audit trail says; without an entity it is told of the delivery. */
  readonly audit: Pick<NewAuditEntry, 'action'> & { readonly entity?: string; readonly entityId?: bigint };
}

/** Delivery, audit entry and key in one transaction; the owner of the integration is woken after it. */
export async function requestEffect(
  store: Store,
  { companyId, actor, idempotencyKey: key }: EffectCaller,
  { mutation, input, enqueue, audit }: Effect,
): Promise<RequestedEffect> {
  const work = async (tx: Tx): Promise<Exclude<RequestedEffect, KeyConflict>> => {
    const integration = await findIntegration(tx, { companyId, kind: 'rosdomofon' });
    if (integration === null || !hasRestAccess(integration.config)) return { kind: 'off' };
    if (integration.state === 'paused') return { kind: 'paused' };
    const enqueued = await enqueue(tx, {
      target: { integrationId: integration.id, companyId, kind: 'rosdomofon' },
      // The key is taken, by the same transaction; after a day it may be used anew.
      dedupeKey: `asked:${randomUUID()}`,
      requestedBy: actor,
    });
    if (enqueued === null) return { kind: 'not-found' };
    const { entity = 'delivery', entityId = enqueued.id, action } = audit;
    await addAuditEntry(tx, { companyId, actor, action, entity, entityId, details: input });
    return { kind: 'requested', deliveryId: enqueued.id, integrationId: integration.id };
  };
  const result = await once<z.output<typeof Requested>, Exclude<RequestedEffect, KeyConflict>>(
    store,
    { companyId, key, mutation, input },
    { done: Requested, work },
  );
  if ('integrationId' in result) tell(store, [result.integrationId]);
  return result;
}
