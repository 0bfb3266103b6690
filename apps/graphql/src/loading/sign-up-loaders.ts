import type {
  CompanyScope,
  DeliveryRow,
  SignUpEventRow,
  SignUpPlanRow,
  SignUpRow,
  SignUpStepRow,
} from '@domovoy/store';
import DataLoader from 'dataloader';
import { UNPAGED_LISTS } from '../execution/gate/unpaged-lists.ts';
import { byKey, groupsByKey, MAX_BATCH } from './by-key.ts';
import { type ChildCountLoader, type ChildPageLoader, childCounts, childPages } from './child-pages.ts';

export interface SignUpLoaders {
  readonly signUps: DataLoader<bigint, SignUpRow | null>;
  readonly signUpPlans: DataLoader<bigint, SignUpPlanRow | null>;
  /** A sign-up has each step at most once. */
  readonly signUpSteps: DataLoader<bigint, readonly SignUpStepRow[]>;
  /** The newest 50 of each sign-up. */
  readonly signUpDeliveries: DataLoader<bigint, readonly DeliveryRow[]>;
  readonly timelinePages: ChildPageLoader<SignUpEventRow>;
  readonly timelineCounts: ChildCountLoader;
}

export const createSignUpLoaders = (company: CompanyScope): SignUpLoaders => ({
  signUps: byKey(company.loadSignUps, (row) => row.id),
  signUpPlans: byKey(company.loadSignUpPlans, (row) => row.signUpId),
  signUpSteps: groupsByKey(company.loadSignUpSteps, (row) => row.signUpId),
  signUpDeliveries: signUpDeliveries(company),
  timelinePages: childPages((signUpIds, page) => company.listSignUpEvents({ signUpIds, page })),
  timelineCounts: childCounts((signUpIds, limit) => company.countSignUpEvents({ signUpIds, limit })),
});

const signUpDeliveries = (company: CompanyScope): SignUpLoaders['signUpDeliveries'] =>
  new DataLoader(
    async (signUpIds: readonly bigint[]) => {
      const limit = UNPAGED_LISTS['SignUp.deliveries'];
      const found = Map.groupBy(
        await company.listDeliveriesOfSignUps({ signUpIds, limit }),
        ({ signUpId }) => signUpId,
      );
      return signUpIds.map((id) => (found.get(id) ?? []).map(({ delivery }) => delivery));
    },
    { maxBatchSize: MAX_BATCH },
  );
