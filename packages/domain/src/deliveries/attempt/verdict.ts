import { DomovoyError } from '@domovoy/models';
import { StoreError } from '@domovoy/store';
import { ambiguous, dead, type Outcome, retry } from './outcome.ts';

/** An outcome, and what it says about the target. */
export interface Verdict {
  readonly outcome: Outcome;
  /** The target failed: enough of these in a row, and it is left alone for a while. */
  readonly isTargetFailing: boolean;
  /** The target asked for a rest of this length, for all that goes to it. */
  readonly restMs: number | null;
}

/** A Retry-After beyond this is not believed: a person would not wait for it either. */
const LONGEST_REST_MS = 3_600_000;

export const verdictOfOutcome = (outcome: Outcome): Verdict => ({
  outcome,
  isTargetFailing:
    (outcome.outcome === 'retry' || outcome.outcome === 'ambiguous') && outcome.afterMs === undefined,
  restMs: null,
});

/**
 * What an error means that a handler threw. Anything but a DomovoyError is a bug, and where it happened nobody
 * knows: what was sent before it may have worked.
 */
export function verdictOfError(error: unknown): Verdict {
  if (!(error instanceof DomovoyError)) return well(ambiguous('HANDLER_FAILED'));
  const { code, retryable, retryAfterMs, unknownOutcome } = error;
  // Our own database, not the target.
  if (error instanceof StoreError) return well(retryable ? retry(code) : ambiguous(code));
  const outcome = unknownOutcome ? ambiguous(code) : retryable ? retry(code) : dead(code);
  if (outcome.outcome === 'dead') return well(outcome);
  if (retryAfterMs !== undefined)
    return { outcome, isTargetFailing: false, restMs: Math.min(Math.max(retryAfterMs, 0), LONGEST_REST_MS) };
  return { outcome, isTargetFailing: true, restMs: null };
}

const well = (outcome: Outcome): Verdict => ({ outcome, isTargetFailing: false, restMs: null });
