import type { CompensationItemResolvers } from '../../types.generated.ts';
import { upperCase } from '../../values/enum-value.ts';
import { EXPLANATIONS } from '../compensation-text.ts';

export const CompensationItem: CompensationItemResolvers = {
  step: ({ subject }) => (subject === 'crm_deal' ? null : upperCase(subject)),
  action: ({ action }) => (action === null ? null : upperCase(action)),
  explanation: ({ why }) => EXPLANATIONS[why],
  connectionRosdomofonIds: ({ connectionIds }) => [...connectionIds],
};
