import type { CompensationReason } from '@domovoy/domain';

export const EXPLANATIONS: Readonly<Record<CompensationReason, string>> = {
  CONNECTIONS_ARE_BLOCKED: 'What was connected is blocked; RosDomofon cannot take a connection away.',
  NOTHING_WAS_CONNECTED: 'The flat had these services before: they stay.',
  ACCOUNT_IS_BLOCKED: 'The account that was made is blocked; RosDomofon cannot delete it.',
  ACCOUNT_WAS_THERE: 'The abonent had the account before: it stays.',
  FLAT_STAYS: 'RosDomofon cannot delete a flat; without a working service it opens no door.',
  STATUS_IS_REJECTED: 'RosDomofon is told that the sign-up is rejected.',
  STATUS_STAYS: 'RosDomofon keeps the status that it was told.',
  MESSAGE_STAYS: 'A message that was sent cannot be taken back.',
  DEAL_FOLLOWS: 'The deal moves to the stage that the field mapping has for rejected sign-ups.',
  OUTCOME_UNKNOWN:
    'It was begun and its end is not known yet: what it made is looked for when it is taken back.',
};
