export const MAX_REASON = 500;

export const reasonMissingError = () => ({
  __typename: 'ReasonMissingError' as const,
  code: 'REASON_MISSING' as const,
  message: 'Say why: RosDomofon keeps it, and the abonent may read it.',
  path: ['input', 'reason'],
});
