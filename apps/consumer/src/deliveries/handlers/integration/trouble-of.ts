import { AuthenticationError, BlockedError, PermissionError } from '@domovoy/bitrix24-sdk';
import { type ConnectionTrouble, IntegrationAccessError } from '@domovoy/domain';
import { SealedSecretError } from '@domovoy/store';

/** By the portal's own code, in small letters. */
const BY_CODE: Readonly<Record<string, ConnectionTrouble>> = {
  invalid_client: 'APPLICATION_SECRET_WRONG',
  application_not_found: 'APPLICATION_REMOVED',
  not_installed: 'APPLICATION_REMOVED',
  portal_deleted: 'PORTAL_GONE',
  payment_required: 'NOT_PAID',
};

/** What a failed call says about the connection itself; null: nothing, it is about the call. */
export function troubleOf(error: unknown, auth: 'webhook' | 'application'): ConnectionTrouble | null {
  if (error instanceof IntegrationAccessError || error instanceof SealedSecretError) return 'ACCESS_UNUSABLE';
  if (error instanceof BlockedError) return 'PORTAL_BLOCKED';
  if (error instanceof PermissionError) return BY_CODE[error.apiCode.toLowerCase()] ?? null;
  if (!(error instanceof AuthenticationError)) return null;
  // A token that was renewed a moment ago: it is tried again, and if it stays so the renewal is refused.
  if (error.code === 'BITRIX24_TOKEN_EXPIRED') return null;
  const known = BY_CODE[error.apiCode.toLowerCase()];
  if (known !== undefined) return known;
  return auth === 'webhook' ? 'WEBHOOK_REVOKED' : 'AUTHORIZATION_LOST';
}

/** May mean the plan, or a right of this one call: only a call that takes no right tells them apart. */
export const isAccessDenied = (error: unknown): boolean =>
  error instanceof PermissionError && error.apiCode.toLowerCase() === 'access_denied';
