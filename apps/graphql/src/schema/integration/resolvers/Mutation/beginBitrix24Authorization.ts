import type { MutationResolvers } from '../../../types.generated.ts';
import { integrationIdOf, integrationNotFound, integrationStateError } from '../../integration-outcome.ts';

export const beginBitrix24Authorization: NonNullable<
  MutationResolvers['beginBitrix24Authorization']
> = async (_parent, { input }, context) => {
  const id = integrationIdOf(input.id);
  const begun = await context.commands.beginBitrix24Authorization(id);
  if (begun.kind === 'not-found') return integrationNotFound();
  if (begun.kind !== 'begun')
    return integrationStateError(context, id, 'Only an application of a portal is authorised.');
  return { __typename: 'BeginBitrix24AuthorizationPayload', authorizeUrl: begun.url };
};
