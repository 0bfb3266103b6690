import { decodeId } from '../../../../ids/node-id.ts';
import { notFoundError } from '../../../outcome/user-error.ts';
import type { QueryResolvers } from '../../../types.generated.ts';
import { mappingInvalidError, problemsShown } from '../../mapping-problems.ts';
import { ownPortal, portalNotFound } from '../../own-portal.ts';

export const previewMapping: NonNullable<QueryResolvers['previewMapping']> = async (
  _parent,
  { integrationId, signUpId, mapping },
  { loaders, commands },
) => {
  const portal = await ownPortal(loaders, integrationId);
  if (portal === null) return portalNotFound(['integrationId']);
  const preview = await commands.previewMapping({
    integrationId: portal.id,
    signUpId: decodeId('SignUp', signUpId) ?? 0n,
    ...(mapping === undefined || mapping === null ? {} : { mapping }),
  });
  if (preview.kind === 'not-found') return notFoundError('There is no such sign-up.', ['signUpId']);
  if (preview.kind === 'invalid') return { ...mappingInvalidError(preview.problems), path: ['mapping'] };
  return {
    __typename: 'MappingPreview',
    calls: preview.calls.map(({ method, params, when }) => ({
      method,
      params,
      onlyWhenNotFound: when === 'not_found',
    })),
    problems: problemsShown(preview.problems),
  };
};
