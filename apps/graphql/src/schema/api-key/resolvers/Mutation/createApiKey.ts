import { beyondPermissions } from '../../../access/beyond-permissions.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { namedApiKey } from '../../named-api-key.ts';

export const createApiKey: NonNullable<MutationResolvers['createApiKey']> = async (
  _parent,
  { input },
  { commands, loaders },
) => {
  const made = await commands.createApiKey({
    name: input.name,
    permissions: input.permissions,
    networks: input.networks ?? [],
    expiresAt: input.expiresAt ?? undefined,
  });
  if (made.kind === 'beyond') return beyondPermissions(made.permissions, ['input', 'permissions']);
  if (made.kind === 'invalid') {
    const { field, message } = made;
    return { __typename: 'ApiKeyInvalidError', code: 'API_KEY_INVALID', message, path: ['input', field] };
  }
  const apiKey = await namedApiKey(loaders, made.apiKeyId);
  return { __typename: 'CreateApiKeyPayload', apiKey, key: made.key };
};
