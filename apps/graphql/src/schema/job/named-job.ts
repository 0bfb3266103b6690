import { DomovoyError } from '@domovoy/models';
import type { JobRow } from '@domovoy/store';
import { decodeId } from '../../ids/node-id.ts';
import type { Loaders } from '../../loaders.ts';

/** The job that an input names; null: the company has no such one. */
export const findJob = async (loaders: Loaders, text: string): Promise<JobRow | null> => {
  const id = decodeId('Job', text);
  return id === null ? null : loaders.jobs.load(id);
};

/** A job that a use case has just named. */
export async function namedJob(loaders: Loaders, id: bigint): Promise<JobRow> {
  const job = await loaders.jobs.load(id);
  if (job) return job;
  throw new DomovoyError('A job that was named is not there.', {
    code: 'JOB_MISSING',
    meta: { jobId: String(id) },
  });
}
