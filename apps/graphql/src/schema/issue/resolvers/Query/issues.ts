import { userInputError } from '../../../../errors/public-error.ts';
import { decodeId } from '../../../../ids/node-id.ts';
import type { QueryResolvers } from '../../../types.generated.ts';
import { lowerCase } from '../../../values/enum-value.ts';
import { textValues } from '../../../values/filter-value.ts';

const MOST = 100;
/** No integration has it. */
const NOBODY = 0n;

export const issues: NonNullable<QueryResolvers['issues']> = (_parent, { filter, first }) => {
  if (first < 1 || first > MOST) throw userInputError(`\`first\` has to be from 1 to ${MOST}.`);
  const integrationId = filter?.integrationId;
  return {
    first,
    filter: {
      states: filter?.state?.map((state) => lowerCase(state)),
      integrationIds: integrationId ? [decodeId('Integration', integrationId) ?? NOBODY] : undefined,
    },
    kinds: textValues(filter?.kind),
    topics: textValues(filter?.topic),
  };
};
