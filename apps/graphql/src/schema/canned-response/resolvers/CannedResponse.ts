import { encodeId } from '../../../ids/node-id.ts';
import type { CannedResponseResolvers } from '../../types.generated.ts';

export const CannedResponse: CannedResponseResolvers = {
  id: ({ id }) => encodeId('CannedResponse', id),
  company: (_cannedResponse, _args, { loaders }) => loaders.company(),
};
