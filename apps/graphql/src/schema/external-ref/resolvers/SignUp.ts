import type { SignUpResolvers } from '../../types.generated.ts';
import { linkedId } from '../page-at-portal.ts';

/** What a sign-up may be over there, by the mapping. */
const DEAL = /^(?:deal|lead|item_\d+)$/;

export const SignUp: Pick<SignUpResolvers, 'bitrixDealId' | 'externalRefs' | '__isTypeOf'> = {
  bitrixDealId: async ({ id }, _args, { loaders }) =>
    linkedId(await loaders.signUpRefs.load(id), (kind) => DEAL.test(kind)),
  externalRefs: async ({ id }, _args, { loaders }) => [...(await loaders.signUpRefs.load(id))],
};
