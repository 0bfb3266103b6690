import type { JobChangedResolvers } from '../../types.generated.ts';
export const JobChanged: JobChangedResolvers = {
  /* Implement JobChanged resolver logic here */
};
