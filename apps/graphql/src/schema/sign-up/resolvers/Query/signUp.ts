import { decodeId } from '../../../../ids/node-id.ts';
import type { QueryResolvers } from '../../../types.generated.ts';

export const signUp: NonNullable<QueryResolvers['signUp']> = (_parent, args, { loaders }) => {
  const id = decodeId('SignUp', args.id);
  return id === null ? null : loaders.signUps.load(id);
};
