import type { JobProgressResolvers } from '../../types.generated.ts';
export const JobProgress: JobProgressResolvers = {
  /* Implement JobProgress resolver logic here */
};
