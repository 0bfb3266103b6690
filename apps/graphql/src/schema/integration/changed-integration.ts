import type { ChangeResult } from '@domovoy/domain';
import type { Context } from '../../context.ts';
import {
  awaitedCheck,
  integrationNotFound,
  integrationNow,
  integrationStateError,
  secretsOffError,
} from './integration-outcome.ts';
import { integrationInvalidError } from './integration-problems.ts';

/** Waits for the live look that follows a change, and says what came of it. */
export async function changedIntegration(context: Context, id: bigint, result: ChangeResult, waitMs: number) {
  if (result.kind === 'not-found') return integrationNotFound();
  if (result.kind === 'not-here')
    return integrationStateError(context, id, 'Only a portal of Bitrix24 can be changed here.');
  if (result.kind === 'invalid') return integrationInvalidError(result.problems);
  if (result.kind === 'other-portal')
    return integrationInvalidError([{ path: 'webhookUrl', code: 'OTHER_PORTAL' }]);
  if (result.kind === 'no-key') return secretsOffError();
  const delivery = await awaitedCheck(context, result.deliveryId, waitMs);
  return { integration: await integrationNow(context, id), delivery };
}
