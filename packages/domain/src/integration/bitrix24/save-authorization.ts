import { createHash } from 'node:crypto';
import {
  emptyHookSecrets,
  type IntegrationRow,
  replaceHookToken,
  type Tx,
  updateIntegration,
} from '@domovoy/store';
import { enqueueChatSetup, enqueueCheck } from '../by-hand/integration-deliveries.ts';
import { readBitrix24Config } from './bitrix24-config.ts';

export interface Authorization {
  /** The event that brought it: what is secret about that is used up. */
  readonly sourceId: number;
  readonly offset: bigint;
  /** By this the portal's events are known from now on; null: it was not told. */
  readonly applicationToken: string | null;
  readonly memberId: string | null;
  /** Are its tokens new? They are stored already: before anything else could lose them. */
  readonly isAuthorised: boolean;
}

/** In the transaction that settles the authorisation: the integration works, its chat is set up, it is looked at live. */
export async function saveAuthorization(
  tx: Tx,
  integration: Pick<IntegrationRow, 'id' | 'companyId' | 'config'>,
  authorization: Authorization,
): Promise<void> {
  const { id: integrationId, companyId } = integration;
  const { applicationToken, memberId, isAuthorised } = authorization;
  if (applicationToken !== null)
    await replaceHookToken(tx, {
      integrationId,
      tokenHash: createHash('sha256').update(applicationToken).digest(),
      origin: 'application',
      memberId,
    });
  await emptyHookSecrets(tx, authorization);
  const target = { companyId, integrationId };
  // What was found before is out of date: with a token known events are believed.
  await enqueueCheck(tx, target);
  if (!isAuthorised) return;
  await updateIntegration(
    tx,
    { id: integrationId, companyId, from: ['broken'] },
    { state: 'active', stateCode: null, stateReason: null },
  );
  if (readBitrix24Config(integration.config).chat.mode !== 'off') await enqueueChatSetup(tx, target);
}
