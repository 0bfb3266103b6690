import { worstOf } from '@domovoy/domain';
import type { HealthResolvers } from '../../types.generated.ts';
import { upperCase } from '../../values/enum-value.ts';

export const Health: HealthResolvers = {
  state: ({ parts }) => upperCase(worstOf(parts)),
  parts: ({ parts }) => [...parts],
  checkedAt: ({ checkedAt }) => checkedAt,
};
