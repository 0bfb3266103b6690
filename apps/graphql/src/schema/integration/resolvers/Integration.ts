import { limitsOf } from '@domovoy/domain';
import { DomovoyError } from '@domovoy/models';
import { encodeId } from '../../../ids/node-id.ts';
import type { IntegrationResolvers } from '../../types.generated.ts';
import { upperCase } from '../../values/enum-value.ts';
import { chatShown, portalShown, reasonOf, stepsOf } from '../integration-parts.ts';

const NAMES = { rosdomofon: 'RosDomofon', bitrix24: 'Bitrix24' } as const;

export const Integration: Pick<
  IntegrationResolvers,
  | 'chat'
  | 'checkedAt'
  | 'checks'
  | 'company'
  | 'createdAt'
  | 'hooks'
  | 'id'
  | 'kind'
  | 'limits'
  | 'mapping'
  | 'missedChanges'
  | 'name'
  | 'portal'
  | 'state'
  | 'stateReason'
  | 'stateSince'
  | 'target'
  | '__isTypeOf'
> = {
  id: ({ id }) => encodeId('Integration', id),
  kind: ({ kind }) => upperCase(kind),
  name: ({ name, kind }) => name ?? NAMES[kind],
  state: ({ state }) => upperCase(state),
  stateReason: reasonOf,
  stateSince: ({ stateAt }) => stateAt,
  portal: portalShown,
  checks: (integration, _args, { hooksUrl }) => stepsOf(integration, hooksUrl),
  limits: ({ kind, checks }) => (kind === 'bitrix24' ? limitsOf(checks) : null),
  chat: chatShown,
  hooks: ({ kind, id }) => (kind === 'bitrix24' ? { id } : null),
  target: async ({ id }, _args, { loaders }) => {
    const target = await loaders.deliveryTargets.load(id);
    if (target) return target;
    throw new DomovoyError('An integration is no target.', { code: 'DELIVERY_TARGET_MISSING' });
  },
  mapping: async ({ id, kind }, _args, { commands }) =>
    kind === 'bitrix24' ? { integrationId: id, ...(await commands.readMapping(id)) } : null,
  missedChanges: async ({ id, kind }, _args, { loaders }) => {
    const cursor = kind === 'bitrix24' ? await loaders.crmCursors.load(id) : null;
    if (!cursor?.missedSince || !cursor.missedUntil) return null;
    return { ...cursor, since: cursor.missedSince, until: cursor.missedUntil };
  },
  company: (_integration, _args, { loaders }) => loaders.company(),
};
