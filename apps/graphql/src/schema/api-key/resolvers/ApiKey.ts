import { PERMISSIONS } from '@domovoy/domain';
import { encodeId } from '../../../ids/node-id.ts';
import type { ApiKeyResolvers } from '../../types.generated.ts';

const isPast = (at: Date | null): boolean => at !== null && at.getTime() <= Date.now();

export const ApiKey: ApiKeyResolvers = {
  id: ({ id }) => encodeId('ApiKey', id),
  state: ({ revokedAt, expiresAt }) =>
    revokedAt !== null ? 'REVOKED' : isPast(expiresAt) ? 'EXPIRED' : 'ACTIVE',
  permissions: ({ permissions }) =>
    permissions === null
      ? null
      : PERMISSIONS.filter((permission) => permissions.includes(permission)).toSorted(),
  previousSecretUntil: ({ previousUntil }) => (isPast(previousUntil) ? null : previousUntil),
};
