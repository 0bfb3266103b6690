import { cursorCodec } from '../../../connection/cursor.ts';
import { readConnection } from '../../../connection/read-connection.ts';
import { encodeId } from '../../../ids/node-id.ts';
import type { SignUpResolvers } from '../../types.generated.ts';
import { reasonOf, suggestionsOf } from '../sign-up-plan.ts';
import { signUpState } from '../sign-up-state.ts';

export const SignUp: Pick<
  SignUpResolvers,
  | 'abonent'
  | 'abonentRosdomofonId'
  | 'accounts'
  | 'address'
  | 'application'
  | 'assignee'
  | 'claimedAt'
  | 'claimedBy'
  | 'company'
  | 'contractNumber'
  | 'createdAt'
  | 'deliveries'
  | 'heldUntil'
  | 'id'
  | 'isOfferSigned'
  | 'isVirtual'
  | 'lastEventAt'
  | 'movedAt'
  | 'movedBy'
  | 'parkNote'
  | 'parkedUntil'
  | 'phone'
  | 'plan'
  | 'requestedAt'
  | 'reviewReason'
  | 'rosdomofonId'
  | 'state'
  | 'stateReason'
  | 'steps'
  | 'suggestions'
  | 'timeZone'
  | 'timeline'
  | 'uid'
  | 'updatedAt'
  | 'version'
  | 'wireStatus'
  | '__isTypeOf'
> = {
  id: ({ id }) => encodeId('SignUp', id),
  rosdomofonId: ({ rosdomofonId }) => Number(rosdomofonId),
  state: ({ state }) => signUpState(state),
  abonentRosdomofonId: ({ abonentRosdomofonId }) => Number(abonentRosdomofonId),
  abonent: ({ abonentRosdomofonId }, _args, { loaders }) =>
    loaders.abonentsByRosdomofonId.load(abonentRosdomofonId),
  accounts: async ({ phone }, _args, { loaders }) => [...(await loaders.accountsByPhone.load(phone))],
  address: (signUp) => signUp,
  lastEventAt: ({ seenAt }) => seenAt,
  company: (_signUp, _args, { loaders }) => loaders.company(),
  timeline: ({ id }, args, { caller, loaders }) =>
    readConnection(args, {
      cursors: cursorCodec('timeline', caller.companyId, id),
      read: (page) => loaders.timelinePages.load({ parentId: id, page }),
      count: (limit) => loaders.timelineCounts.load({ parentId: id, limit }),
    }),
  stateReason: ({ stateReason }) => reasonOf(stateReason),
  reviewReason: ({ state, stateReason }) => (state === 'needs_review' ? reasonOf(stateReason) : null),
  suggestions: async ({ id }, _args, { loaders }) => suggestionsOf(await loaders.signUpPlans.load(id)),
  heldUntil: async ({ id }, _args, { loaders }) => (await loaders.signUpPlans.load(id))?.heldUntil ?? null,
  plan: ({ id }, _args, { loaders }) => loaders.signUpPlans.load(id),
  steps: async ({ id }, _args, { loaders }) => [...(await loaders.signUpSteps.load(id))],
  deliveries: async ({ id }, _args, { loaders }) => [...(await loaders.signUpDeliveries.load(id))],
};
