import { forgetLoaded } from '../../../../context.ts';
import { notFoundError } from '../../../outcome/user-error.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { apiKeyStateError, findApiKey, namedApiKey, noApiKey } from '../../named-api-key.ts';

export const revokeApiKey: NonNullable<MutationResolvers['revokeApiKey']> = async (
  _parent,
  { input },
  context,
) => {
  const known = await findApiKey(context.loaders, input.id);
  if (known === null) return notFoundError(...noApiKey);
  const isRevoked = await context.commands.revokeApiKey(known.publicId);
  forgetLoaded(context);
  const apiKey = await namedApiKey(context.loaders, known.id);
  return isRevoked ? { __typename: 'RevokeApiKeyPayload', apiKey } : apiKeyStateError(apiKey);
};
