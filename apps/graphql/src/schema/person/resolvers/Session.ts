import { encodeId } from '../../../ids/node-id.ts';
import type { SessionResolvers } from '../../types.generated.ts';

export const Session: SessionResolvers = {
  id: ({ id }) => encodeId('Session', id),
  isCurrent: ({ id }, _args, { caller }) => caller.session?.sessionId === id,
};
