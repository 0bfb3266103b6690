import type { SignUpEventConnectionResolvers } from '../../types.generated.ts';

export const SignUpEventConnection: SignUpEventConnectionResolvers = {
  totalCount: ({ totalCount }) => totalCount(),
};
