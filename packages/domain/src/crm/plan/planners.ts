import { chatPlanner } from '../../chat/plan-chat.ts';
import { accountPlanner } from './account-planner.ts';
import type { CrmPlanner } from './planner.ts';
import { servicePlanner } from './service-planner.ts';
import { signUpPlanner } from './sign-up-planner.ts';

/** Everything of the feed that a CRM may be told. */
export const CRM_PLANNERS: readonly CrmPlanner[] = [
  signUpPlanner,
  accountPlanner,
  servicePlanner,
  chatPlanner,
];
