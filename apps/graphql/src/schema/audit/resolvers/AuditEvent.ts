import { encodeId } from '../../../ids/node-id.ts';
import type { AuditEventResolvers } from '../../types.generated.ts';
import { auditedId } from '../audited-id.ts';

const PERSON = /^user:([0-9a-f]{12})$/;

export const AuditEvent: AuditEventResolvers = {
  id: ({ id }) => encodeId('AuditEvent', id),
  actorName: async ({ actor }, _args, { loaders }) => {
    const publicId = PERSON.exec(actor)?.[1];
    return publicId === undefined ? null : ((await loaders.people.load(publicId))?.name ?? null);
  },
  entityId: ({ entity, entityId }) => auditedId(entity, entityId),
  caused: ({ caused }) => [...caused],
};
