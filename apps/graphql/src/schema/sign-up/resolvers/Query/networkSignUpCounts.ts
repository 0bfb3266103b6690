import { userInputError } from '../../../../errors/public-error.ts';
import type { QueryResolvers } from '../../../types.generated.ts';
import { timeRangeValue } from '../../../values/filter-value.ts';

const MAX_DAYS = 366;
const MAX_ROWS = 10_000;
const DAY_MS = 86_400_000;

export const networkSignUpCounts: NonNullable<QueryResolvers['networkSignUpCounts']> = async (
  _parent,
  args,
  { company },
) => {
  const { from = args.from, to = args.to } = timeRangeValue(args) ?? {};
  if (to <= from) throw userInputError('`to` has to be later than `from`.');
  if (to.getTime() - from.getTime() > MAX_DAYS * DAY_MS)
    throw userInputError(`The range may be ${MAX_DAYS} days at most.`);
  const counts = await company.countNetworkSignUps({ from, to, limit: MAX_ROWS + 1 });
  if (counts.length > MAX_ROWS) throw userInputError(`More than ${MAX_ROWS} rows: ask for a shorter range.`);
  return counts;
};
