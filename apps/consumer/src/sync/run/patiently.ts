import { DomovoyError } from '@domovoy/models';
import { isRetryable } from '@domovoy/store';
import { backoffMs, pause } from '../../intake/waiting.ts';
import { toldError } from './sync-error.ts';
import type { SyncSession } from './sync-session.ts';

export interface PatienceOptions {
  readonly session: SyncSession;
  readonly signal: AbortSignal;
  /** So long without a step forward ends the run. */
  readonly giveUpAfterMs: number;
}

/**
 * Tries a phase again while what it failed by may pass: an outage of RosDomofon or of the database. The pauses grow
 * for as long as the run does not get on. While the database is away nothing can be saved, so nothing is.
 */
export async function patiently(
  { session, signal, giveUpAfterMs }: PatienceOptions,
  phase: () => Promise<void>,
): Promise<void> {
  for (let failures = 0; ; failures++) {
    const startedAt = performance.now();
    try {
      return await phase();
    } catch (error) {
      const gotOn = session.idleMs < performance.now() - startedAt;
      if (gotOn) failures = 0;
      if (signal.aborted || !mayPass(error) || session.idleMs > giveUpAfterMs) throw error;
      if (!isRetryable(error)) await session.waitFor(toldError(error));
      const askedMs = error instanceof DomovoyError ? (error.retryAfterMs ?? 0) : 0;
      await pause(Math.max(backoffMs(failures), askedMs), signal);
      if (signal.aborted) throw error;
    }
  }
}

const mayPass = (error: unknown): boolean => error instanceof DomovoyError && error.retryable;
