import type { HookRefusalResolvers } from '../../types.generated.ts';

export const HookRefusal: HookRefusalResolvers = {
  count: ({ count }) => Number(count),
};
