import type { QueryResolvers } from '../../../types.generated.ts';
import { savedPolicy } from '../../saved-policy.ts';

export const signUpPolicy: NonNullable<QueryResolvers['signUpPolicy']> = async (
  _parent,
  _args,
  { company },
) => savedPolicy(await company.loadSignUpPolicy());
