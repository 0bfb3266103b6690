import type { SignUpConnectionResolvers } from '../../types.generated.ts';

export const SignUpConnection: SignUpConnectionResolvers = {
  totalCount: ({ totalCount }) => totalCount(),
};
