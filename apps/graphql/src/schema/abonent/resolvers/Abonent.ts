import { encodeId } from '../../../ids/node-id.ts';
import type { AbonentResolvers } from './../../types.generated.ts';

export const Abonent: AbonentResolvers = {
  id: ({ id }) => encodeId('Abonent', id),
  rosdomofonId: ({ rosdomofonId }) => Number(rosdomofonId),
  company: (_abonent, _args, { loaders }) => loaders.company(),
};
