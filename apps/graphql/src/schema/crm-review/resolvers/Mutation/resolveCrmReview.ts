import { userInputError } from '../../../../errors/public-error.ts';
import { ownPortal, portalNotFound } from '../../../field-mapping/own-portal.ts';
import { notFoundError } from '../../../outcome/user-error.ts';
import type { MutationResolvers } from '../../../types.generated.ts';

export const resolveCrmReview: NonNullable<MutationResolvers['resolveCrmReview']> = async (
  _parent,
  { input },
  { loaders, commands },
) => {
  const portal = await ownPortal(loaders, input.integrationId);
  if (portal === null) return portalNotFound(['input', 'integrationId']);
  const abonentId = BigInt(input.abonentRosdomofonId);
  const { contactId } = input;
  if (contactId <= 0) throw userInputError('`contactId` has to be a number from 1 on.');
  const result = await commands.resolveCrmReview({ integrationId: portal.id, abonentId, contactId });
  if (result.kind === 'not-found')
    return notFoundError('Nothing waits for a decision about this abonent.', [
      'input',
      'abonentRosdomofonId',
    ]);
  return {
    __typename: 'ResolveCrmReviewPayload',
    abonent: await loaders.abonentsByRosdomofonId.load(abonentId),
  };
};
