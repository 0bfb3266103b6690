import type { QueryResolvers } from '../../../types.generated.ts';
import { ownPortal } from '../../own-portal.ts';

export const fieldMapping: NonNullable<QueryResolvers['fieldMapping']> = async (
  _parent,
  { integrationId },
  { loaders, commands },
) => {
  const portal = await ownPortal(loaders, integrationId);
  return portal && { integrationId: portal.id, ...(await commands.readMapping(portal.id)) };
};
