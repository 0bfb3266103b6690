import { encodeId } from '../../../ids/node-id.ts';
import type { CompanyResolvers } from '../../types.generated.ts';

export const Company: CompanyResolvers = {
  id: ({ id }) => encodeId('Company', id),
  mirror: () => ({}),
};
