import { accountRows, MIRROR_CHUNK, mirrorAccounts } from '@domovoy/domain';
import { estimateMirrored } from '@domovoy/store';
import { ChunkWriter } from '../chunk-writer.ts';
import type { SyncContext } from '../sync-context.ts';

/** All accounts: one answer of any length, read as it comes. After a crash it begins anew. */
export async function importAccounts({
  store,
  session,
  rosdomofon,
  mayCall,
  signal,
}: SyncContext): Promise<void> {
  const { companyId } = session.run;
  const known = await estimateMirrored(store, { companyId, entity: 'account' });
  await session.begin('accounts', known || null, { fresh: true });
  const writer = new ChunkWriter<ReturnType<typeof accountRows>>({
    size: MIRROR_CHUNK,
    write: async (rows) => {
      await mirrorAccounts(store, session.fence, rows);
      await session.step(rows.length);
    },
    onRefused: ({ account }, error) => session.refused(account.rosdomofonId, error),
  });
  await mayCall();
  const accounts = rosdomofon.accounts.list({}, { signal, onIssue: session.onIssue });
  for await (const account of accounts) await writer.add(accountRows(account));
  await writer.flush();
  await session.conclude('account');
  await session.count('account');
}
