import { describe, expect, test, vi } from 'vitest';
import { StoreError, StoreUnavailableError } from '../errors/store-error.ts';
import { untilDatabase } from './until-database.ts';

const away = new StoreUnavailableError('away', { code: 'STORE_UNAVAILABLE', retryable: true });
const outdated = new StoreError('outdated', { code: 'STORE_SCHEMA_OUTDATED', retryable: false });
const signal = new AbortController().signal;

describe('what needs the database', () => {
  test('is tried again until the database is there, and each failure is told', async () => {
    const work = vi.fn<() => Promise<string>>().mockRejectedValueOnce(away).mockResolvedValue('done');
    const onWait = vi.fn<(error: unknown, attempt: number) => void>();
    expect(await untilDatabase(work, { signal, onWait })).toBe('done');
    expect(onWait.mock.calls).toEqual([[away, 1]]);
  });

  test('fails at once for a reason that waiting does not mend', async () => {
    const onWait = vi.fn<() => void>();
    await expect(untilDatabase(() => Promise.reject(outdated), { signal, onWait })).rejects.toBe(outdated);
    expect(onWait).not.toHaveBeenCalled();
  });

  test('is given up when the process stops', async () => {
    const stopping = new AbortController();
    const waiting = untilDatabase(() => Promise.reject(away), {
      signal: stopping.signal,
      onWait: () => stopping.abort(),
    });
    await expect(waiting).rejects.toThrow(/abort/);
  });
});
