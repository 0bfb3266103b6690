import { DomovoyError } from '@domovoy/models';
import { encodeInboxId } from '../../../ids/node-id.ts';
import type { InboxEventResolvers } from '../../types.generated.ts';
import { upperCase } from '../../values/enum-value.ts';
import { kafkaCoordinates } from '../kafka-coordinates.ts';

export const InboxEvent: InboxEventResolvers = {
  id: encodeInboxId,
  state: ({ state, reprocessedAt }) => {
    if (state === 'done' && reprocessedAt === null)
      throw new DomovoyError('An event that is done must not be shown.', { code: 'INBOX_EVENT_DONE' });
    return upperCase(state);
  },
  kafka: async (event, _args, { loaders }) => {
    const coordinates = await kafkaCoordinates(loaders, event);
    if (coordinates) return coordinates;
    throw new DomovoyError('An inbox event names a source that the company has not.', {
      code: 'INBOX_SOURCE_MISSING',
      meta: { sourceId: event.sourceId },
    });
  },
  payload: ({ sizeBytes, preview }) =>
    sizeBytes === null || preview === null ? null : { sizeBytes, preview },
  company: (_event, _args, { loaders }) => loaders.company(),
};
