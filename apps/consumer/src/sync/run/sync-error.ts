import { DomovoyError } from '@domovoy/models';

export const codeOf = (error: unknown): string | null => (error instanceof DomovoyError ? error.code : null);

/** RosDomofon does not know it. */
export const isNotFound = (error: unknown): boolean => codeOf(error) === 'ROSDOMOFON_NOT_FOUND';

/** What a person reads about it. Messages of our own errors are made for that; others may hold anything. */
export const toldError = (error: unknown): { code: string; message: string } =>
  error instanceof DomovoyError
    ? { code: error.code, message: error.message }
    : {
        code: 'SYNC_FAILED',
        message: 'The run failed for a reason that it does not know; the log tells more.',
      };
