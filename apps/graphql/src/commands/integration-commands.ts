import {
  type AuthorizationBegun,
  beginBitrix24Authorization,
  type ChangeResult,
  type CheckRequested,
  type ConnectResult,
  changeBitrix24,
  connectBitrix24,
  type IntegrationMoved,
  type PortalChange,
  type PortalToConnect,
  type PreviewResult,
  pauseIntegration,
  previewMapping,
  type ReadMapping,
  type ResolveReviewResult,
  readMapping,
  readMappingProblems,
  requestCheck,
  resolveCrmReview,
  resumeIntegration,
  type SaveMappingResult,
  saveMapping,
} from '@domovoy/domain';
import type { SecretBox, Store } from '@domovoy/store';
import type { Caller } from './caller.ts';

type Own<Given> = Omit<Given, 'companyId' | 'actor'>;

export interface IntegrationCommands {
  connectBitrix24(given: Own<PortalToConnect>): Promise<ConnectResult>;
  changeBitrix24(given: Own<PortalChange>): Promise<ChangeResult>;
  requestCheck(integrationId: bigint): Promise<CheckRequested>;
  pauseIntegration(integrationId: bigint): Promise<IntegrationMoved>;
  resumeIntegration(integrationId: bigint): Promise<IntegrationMoved>;
  beginBitrix24Authorization(integrationId: bigint): Promise<AuthorizationBegun>;
  readMapping(integrationId: bigint): Promise<ReadMapping>;
  readMappingProblems(integrationId: bigint): ReturnType<typeof readMappingProblems>;
  previewMapping(given: {
    integrationId: bigint;
    signUpId: bigint;
    mapping?: unknown;
  }): Promise<PreviewResult>;
  saveMapping(given: {
    integrationId: bigint;
    mapping: unknown;
    expectedVersion: number;
  }): Promise<SaveMappingResult>;
  resolveCrmReview(given: {
    integrationId: bigint;
    abonentId: bigint;
    contactId: number;
  }): Promise<ResolveReviewResult>;
}

export function integrationCommands(
  store: Store,
  encryption: SecretBox | null,
  caller: Caller,
): IntegrationCommands {
  const { companyId } = caller;
  const by = { companyId, actor: caller.actor };
  return {
    connectBitrix24: (given) => connectBitrix24(store, { ...by, ...given }, encryption),
    changeBitrix24: (given) => changeBitrix24(store, { ...by, ...given }, encryption),
    requestCheck: (integrationId) => requestCheck(store, { ...by, integrationId }),
    pauseIntegration: (integrationId) => pauseIntegration(store, { ...by, integrationId }),
    resumeIntegration: (integrationId) => resumeIntegration(store, { ...by, integrationId }),
    beginBitrix24Authorization: (integrationId) =>
      beginBitrix24Authorization(store, { ...by, integrationId }),
    readMapping: (integrationId) => readMapping(store.db, integrationId),
    readMappingProblems: (integrationId) => readMappingProblems(store, integrationId),
    previewMapping: (given) => previewMapping(store, { companyId, ...given }),
    saveMapping: (given) => saveMapping(store, { ...by, ...given }),
    resolveCrmReview: (given) => resolveCrmReview(store, { ...by, ...given }),
  };
}
