import type { ApprovalPreview } from '@domovoy/domain';
import { rosdomofonOffError } from '../outcome/user-error.ts';
import { approvalError, isApprovalRefused } from '../sign-up/approval-outcome.ts';
import type { UserErrorCode } from '../types.generated.ts';

/** As the mutation would say it. */
export function approvalRefusal(refusal: NonNullable<ApprovalPreview['refusal']>): {
  code: UserErrorCode;
  message: string;
} {
  if (isApprovalRefused(refusal)) return approvalError(refusal);
  if (refusal.kind === 'off') return rosdomofonOffError('off');
  const message = 'This is not possible in the state that the sign-up is in.';
  return { code: 'SIGN_UP_STATE', message };
}
