import type { MirrorResolvers } from '../../types.generated.ts';
import { newestImport } from '../newest-import.ts';

export const Mirror: MirrorResolvers = {
  lastImport: (_mirror, _args, { company }) => newestImport(company, ['completed']),
  currentImport: async (_mirror, _args, { company }) =>
    (await newestImport(company, ['running'])) ?? newestImport(company, ['queued']),
};
