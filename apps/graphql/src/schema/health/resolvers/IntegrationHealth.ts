import { worstOf } from '@domovoy/domain';
import type { IntegrationHealthResolvers } from '../../types.generated.ts';
import { upperCase } from '../../values/enum-value.ts';

export const IntegrationHealth: IntegrationHealthResolvers = {
  state: ({ parts }) => upperCase(worstOf(parts)),
  parts: ({ parts }) => [...parts],
};
