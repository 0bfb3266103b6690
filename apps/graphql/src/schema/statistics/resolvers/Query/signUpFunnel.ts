import type { QueryResolvers } from '../../../types.generated.ts';
import { statisticsRange } from '../../statistics-range.ts';

export const signUpFunnel: NonNullable<QueryResolvers['signUpFunnel']> = (_parent, args, { company }) =>
  company.readSignUpFunnel(statisticsRange(args));
