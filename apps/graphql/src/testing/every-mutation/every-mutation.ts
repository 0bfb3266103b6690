import type { TestApi } from '../api.ts';
import type { Tenant } from '../tenant.ts';
import { accessMutations } from './access-mutations.ts';
import { accountMutations } from './account-mutations.ts';
import { dailyMutations } from './daily-mutations.ts';
import { deliveryMutations } from './delivery-mutations.ts';
import { integrationMutations } from './integration-mutations.ts';
import { createMutationWorld } from './mutation-world.ts';
import type { PreparedMutation } from './prepared-mutation.ts';
import { reviewMutations } from './review-mutations.ts';

/** A company in which every mutation of the schema finds something to do, in this order. */
export async function prepareEveryMutation(
  api: TestApi,
  demo: Tenant,
): Promise<{ accessToken: string; mutations: Readonly<Record<string, PreparedMutation>> }> {
  const world = await createMutationWorld(api, demo);
  const mutations = {
    ...deliveryMutations(world),
    ...reviewMutations(world),
    ...dailyMutations(world),
    ...accountMutations(world),
    ...integrationMutations(world),
    ...accessMutations(world),
  };
  return { accessToken: world.accessToken, mutations };
}
