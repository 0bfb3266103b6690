import { decodeId } from '../../../../ids/node-id.ts';
import type { QueryResolvers } from '../../../types.generated.ts';

export const deliveryTarget: NonNullable<QueryResolvers['deliveryTarget']> = (_parent, args, { loaders }) => {
  const id = decodeId('DeliveryTarget', args.id);
  return id === null ? null : loaders.deliveryTargets.load(id);
};
