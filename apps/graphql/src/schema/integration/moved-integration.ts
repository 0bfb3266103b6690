import type { IntegrationMoved } from '@domovoy/domain';
import type { Context } from '../../context.ts';
import { integrationNotFound, integrationNow, integrationStateError } from './integration-outcome.ts';

/** Paused or resumed; or why not. */
export async function movedIntegration(context: Context, id: bigint, result: IntegrationMoved) {
  if (result.kind === 'not-found') return integrationNotFound();
  if (result.kind === 'state')
    return integrationStateError(
      context,
      id,
      result.state === 'paused' ? 'It is paused already.' : `It is not paused, but ${result.state}.`,
    );
  return { integration: await integrationNow(context, id) };
}
