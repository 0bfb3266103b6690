import type { JobRow } from '@domovoy/store';
import type { Connection } from '../../connection/connection.ts';

export type JobMapper = JobRow;
export type JobConnectionMapper = Connection<JobRow>;
