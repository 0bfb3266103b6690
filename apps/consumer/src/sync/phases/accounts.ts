import { MIRROR_CHUNK, mirrorAccounts } from '@domovoy/domain';
import type { RosDomofonAccount } from '@domovoy/models';
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
  const writer = new ChunkWriter<RosDomofonAccount>({
    size: MIRROR_CHUNK,
    write: async (accounts) => {
      await mirrorAccounts(store, session.fence, accounts);
      await session.step(accounts.length);
    },
    onRefused: ({ id }, error) => session.refused(id, error),
  });
  await mayCall();
  const accounts = rosdomofon.accounts.list({}, { signal, onIssue: session.onIssue });
  for await (const account of accounts) await writer.add(account);
  await writer.flush();
  await session.conclude('account');
  await session.count('account');
}
