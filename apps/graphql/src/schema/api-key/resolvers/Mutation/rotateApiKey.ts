import { ALL_PERMISSIONS, lacking, PERMISSIONS } from '@domovoy/domain';
import { forgetLoaded } from '../../../../context.ts';
import { beyondPermissions } from '../../../access/beyond-permissions.ts';
import { notFoundError } from '../../../outcome/user-error.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { apiKeyStateError, findApiKey, namedApiKey, noApiKey } from '../../named-api-key.ts';

export const rotateApiKey: NonNullable<MutationResolvers['rotateApiKey']> = async (
  _parent,
  { input },
  context,
) => {
  const known = await findApiKey(context.loaders, input.id);
  if (known === null) return notFoundError(...noApiKey);
  // Whoever gets the secret may do what the key may.
  const { permissions } = known;
  const wanted =
    permissions === null ? ALL_PERMISSIONS : PERMISSIONS.filter((one) => permissions.includes(one));
  const beyond = lacking(context.caller.permissions, wanted);
  if (beyond.length > 0) return beyondPermissions(beyond, ['input', 'id']);
  const rotated = await context.commands.rotateApiKey(known.publicId);
  forgetLoaded(context);
  const apiKey = await namedApiKey(context.loaders, known.id);
  return rotated === null
    ? apiKeyStateError(apiKey)
    : { __typename: 'RotateApiKeyPayload', apiKey, key: rotated.key };
};
