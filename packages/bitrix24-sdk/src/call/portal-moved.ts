import { Bitrix24Error, type FailedCall } from '../errors.ts';

/** The host of the portal answered with a redirect; the call was not executed, and is to be sent to the new one. */
export class PortalMovedError extends Bitrix24Error {
  constructor(call: FailedCall) {
    super('The portal was renamed', { code: 'BITRIX24_MOVED', retryable: true, call });
  }
}
