import { randomUUID } from 'node:crypto';
import { type EnqueuedDelivery, endTargetRest, type Runner } from '@domovoy/store';
import { createEnqueue } from '../../deliveries/kind/enqueue.ts';
import { chatReadComment, chatSetup, type LeftLine } from '../../deliveries/kinds/chat.ts';
import { integrationAuthorize } from '../../deliveries/kinds/integration-authorize.ts';
import { integrationCheck } from '../../deliveries/kinds/integration-check.ts';

export const enqueueForPortal = createEnqueue({
  'integration.check': integrationCheck,
  'integration.authorize': integrationAuthorize,
  'chat.setup': chatSetup,
  'chat.read_comment': chatReadComment,
});

export interface PortalTarget {
  readonly companyId: bigint;
  readonly integrationId: bigint;
}

export const portalTarget = ({ companyId, integrationId }: PortalTarget) =>
  ({ companyId, integrationId, kind: 'bitrix24' }) as const;

/** A live look at the portal. */
export async function enqueueCheck(
  runner: Runner,
  target: PortalTarget,
  requestedBy?: string,
  payload: { readonly isUninstalled?: boolean } = {},
): Promise<EnqueuedDelivery> {
  return enqueueForPortal(runner, {
    kind: 'integration.check',
    payload,
    target: portalTarget(target),
    dedupeKey: `check:${randomUUID()}`,
    ...(requestedBy === undefined ? {} : { requestedBy }),
  });
}

/** Sets the chat up, once for each wish; `leaves`: where it was before, and shall be no more. */
export const enqueueChatSetup = (
  runner: Runner,
  target: PortalTarget,
  leaves: LeftLine | null = null,
): Promise<EnqueuedDelivery> =>
  enqueueForPortal(runner, {
    kind: 'chat.setup',
    payload: { leaves },
    target: portalTarget(target),
    dedupeKey: `setup:${randomUUID()}`,
  });

/** The access is another one now: what rested because of the former one need not wait. A person's pause stays. */
export const endRest = (runner: Runner, { companyId, integrationId }: PortalTarget): Promise<boolean> =>
  endTargetRest(runner, { companyId, integrationId });
