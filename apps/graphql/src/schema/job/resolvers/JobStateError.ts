import type { JobStateErrorResolvers } from '../../types.generated.ts';
export const JobStateError: JobStateErrorResolvers = {
  /* Implement JobStateError resolver logic here */
};
