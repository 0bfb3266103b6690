import type { JobErrorResolvers } from '../../types.generated.ts';
export const JobError: JobErrorResolvers = {
  /* Implement JobError resolver logic here */
};
