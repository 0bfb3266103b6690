import { connectJob } from '../account/entrance-service/connect-job.ts';
import { redeliverJob } from '../deliveries/many/redeliver-job.ts';
import { broadcastJob } from '../messaging/broadcast/broadcast-job.ts';
import { approveJob } from '../sign-up/many/approve-job.ts';
import type { JobKinds } from './job-kinds.ts';

/** All long work that somebody may ask for. */
export const JOB_KINDS: JobKinds = {
  'deliveries.redeliver': redeliverJob,
  'messages.broadcast': broadcastJob,
  'services.connect': connectJob,
  'sign_ups.approve': approveJob,
};
