import {
  addAuditEntry,
  cancelSyncRun as cancel,
  findIntegration,
  notifyChanges,
  notifySyncRuns,
  requestSyncRun,
  type Store,
} from '@domovoy/store';
import { hasRestAccess } from '../integration/rosdomofon-config.ts';
import { syncRunStatesBefore } from './sync-run-transitions.ts';

/** `joined`: such a run was there already, and does for both. */
export type RequestedSync =
  | { readonly outcome: 'requested' | 'joined'; readonly runId: bigint }
  /** The company has no integration, none with access to RosDomofon's REST, or it is paused. */
  | { readonly outcome: 'off' | 'paused' };

interface Request {
  readonly companyId: bigint;
  /** `cli`, `user:…`, `api-key:<public id>`: a person or a program; the schedule asks by itself. */
  readonly requestedBy: string;
}

/** Everything that RosDomofon knows of the company is to be read into the mirror. */
export const requestImport = (store: Store, request: Request): Promise<RequestedSync> =>
  requestSync(store, request, { kind: 'full' });

/** Everything is to be read, and compared with the mirror; the mirror stays as it is. */
export const requestImportPreview = (store: Store, request: Request): Promise<RequestedSync> =>
  requestSync(store, request, { kind: 'preview' });

/** One account is to be read, with its balance, its flats and connections. It need not be in the mirror yet. */
export const requestAccountRefresh = (
  store: Store,
  request: Request & { readonly accountRosdomofonId: bigint },
): Promise<RequestedSync> =>
  requestSync(store, request, { kind: 'account', accountRosdomofonId: request.accountRosdomofonId });

type Wanted =
  | { readonly kind: 'full' | 'preview'; readonly accountRosdomofonId?: never }
  | { readonly kind: 'account'; readonly accountRosdomofonId: bigint };

const ACTIONS = { full: 'mirror.import', preview: 'mirror.preview', account: 'account.refresh' } as const;

async function requestSync(
  store: Store,
  { companyId, requestedBy }: Request,
  { kind, accountRosdomofonId }: Wanted,
): Promise<RequestedSync> {
  const integration = await findIntegration(store.db, { companyId, kind: 'rosdomofon' });
  if (integration === null || !hasRestAccess(integration.config)) return { outcome: 'off' };
  if (integration.state === 'paused') return { outcome: 'paused' };
  const { id, isNew } = await store.transaction(async (tx) => {
    const run = await requestSyncRun(tx, {
      integrationId: integration.id,
      kind,
      accountRosdomofonId: accountRosdomofonId ?? null,
      requestedBy,
    });
    await addAuditEntry(tx, {
      companyId,
      actor: requestedBy,
      action: ACTIONS[kind],
      entity: 'sync_run',
      entityId: run.id,
      details: {
        joined: !run.isNew,
        ...(accountRosdomofonId === undefined ? {} : { accountRosdomofonId: String(accountRosdomofonId) }),
      },
    });
    return run;
  });
  await Promise.all([notifySyncRuns(store), notifyChanges(store)]);
  return { outcome: isNew ? 'requested' : 'joined', runId: id };
}

export interface SyncRunToCancel {
  readonly companyId: bigint;
  readonly runId: bigint;
  /** As `requestedBy`: who stops it. */
  readonly actor: string;
}

/** A person stops a run. False: the company has no such run, or it has ended. What it has read stays. */
export async function cancelSyncRun(
  store: Store,
  { companyId, runId, actor }: SyncRunToCancel,
): Promise<boolean> {
  const isCancelled = await store.transaction(async (tx) => {
    if (!(await cancel(tx, { id: runId, companyId }, syncRunStatesBefore('cancelled')))) return false;
    const entry = { companyId, actor, action: 'sync_run.cancel', entity: 'sync_run', entityId: runId };
    await addAuditEntry(tx, { ...entry, after: { state: 'cancelled' } });
    return true;
  });
  if (isCancelled) await Promise.all([notifySyncRuns(store), notifyChanges(store)]);
  return isCancelled;
}
