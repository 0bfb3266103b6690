import type { RequestedSync } from '@domovoy/domain';
import { CliError } from '../../cli-error.ts';

/** The run that a request has given; in words why there is none. */
export function givenRun(requested: RequestedSync): { runId: bigint; isJoined: boolean } {
  if ('runId' in requested) return { runId: requested.runId, isJoined: requested.outcome === 'joined' };
  throw new CliError(REFUSALS[requested.outcome], { code: `MIRROR_${requested.outcome.toUpperCase()}` });
}

const REFUSALS: Readonly<Record<Exclude<RequestedSync, { runId: bigint }>['outcome'], string>> = {
  off: 'The mirror of this company is off: no consumer was started with ROSDOMOFON_URL, ROSDOMOFON_USERNAME and ROSDOMOFON_PASSWORD.',
  paused: 'The integration of this company is paused.',
};
