import { staleVersionError } from '../../../outcome/user-error.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { mappingInvalidError } from '../../mapping-problems.ts';
import { ownPortal, portalNotFound } from '../../own-portal.ts';

export const saveFieldMapping: NonNullable<MutationResolvers['saveFieldMapping']> = async (
  _parent,
  { input },
  { loaders, commands },
) => {
  const { mapping, expectedVersion } = input;
  const portal = await ownPortal(loaders, input.integrationId);
  if (portal === null) return portalNotFound(['input', 'integrationId']);
  const result = await commands.saveMapping({ integrationId: portal.id, mapping, expectedVersion });
  if (result.kind === 'not-found') return portalNotFound(['input', 'integrationId']);
  if (result.kind === 'invalid') return mappingInvalidError(result.problems);
  if (result.kind === 'conflict') return staleVersionError({ currentVersion: result.version });
  return {
    __typename: 'SaveFieldMappingPayload',
    mapping: { integrationId: portal.id, ...(await commands.readMapping(portal.id)) },
  };
};
