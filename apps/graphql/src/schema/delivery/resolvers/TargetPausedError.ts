import type { TargetPausedErrorResolvers } from '../../types.generated.ts';
export const TargetPausedError: TargetPausedErrorResolvers = {
  /* Implement TargetPausedError resolver logic here */
};
