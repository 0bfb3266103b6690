import type { SignUpPlanResolvers } from '../../types.generated.ts';
import { foreignId } from '../../values/foreign-id.ts';
import { servicesOf } from '../sign-up-plan.ts';

export const SignUpPlan: SignUpPlanResolvers = {
  entranceRosdomofonId: ({ entranceRosdomofonId }) => foreignId(entranceRosdomofonId),
  entrance: ({ entranceRosdomofonId: entrance }, _args, { loaders }) =>
    entrance === null ? null : loaders.entrancesByRosdomofonId.load(entrance),
  services: servicesOf,
  account: ({ accountRosdomofonId: account }, _args, { loaders }) =>
    account === null ? null : loaders.accountsByRosdomofonId.load(account),
  createdFlat: ({ flatRosdomofonId: flat }, _args, { loaders }) =>
    flat === null ? null : loaders.flatsByRosdomofonId.load(flat),
};
