import { encodeId } from '../../../ids/node-id.ts';
import type { JobResolvers } from '../../types.generated.ts';
import { upperCase } from '../../values/enum-value.ts';

export const Job: JobResolvers = {
  id: ({ id }) => encodeId('Job', id),
  state: ({ state }) => upperCase(state),
  progress: ({ done, total, failed }) => ({ done, total, failed }),
  error: ({ errorCode, errorMessage }) =>
    errorCode === null ? null : { code: errorCode, message: errorMessage ?? '' },
  company: (_job, _args, { loaders }) => loaders.company(),
};
