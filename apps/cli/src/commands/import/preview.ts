import type { CompanyScope, Store } from '@domovoy/store';
import { listenForStop } from '../../launcher/stop-requests.ts';
import type { WriteLine } from '../../terminal/reporter.ts';
import { followRun } from './follow-run.ts';
import { givenRun } from './given-run.ts';

const EXIT_BY_CTRL_C = 130;

/**
 * `domovoy import --dry-run`: asks for a preview and follows it to its end. Who stops the command ends the run, since
 * nobody would look at what it finds; one that somebody else has asked for goes on.
 */
export async function runPreview(
  store: Store,
  company: CompanyScope,
  { isJson, write }: { isJson: boolean; write: WriteLine },
): Promise<number> {
  const { cancelSyncRun, requestImportPreview } = await import('@domovoy/domain');
  const { companyId } = company;
  // Before there is a run: what is asked for while nobody listens would be left behind.
  const stop = listenForStop({ isUnderNpm: false, onInsist: () => process.exit(EXIT_BY_CTRL_C) });
  const { runId, isJoined } = givenRun(await requestImportPreview(store, { companyId, requestedBy: 'cli' }));
  const say = (text: string) => (isJson ? undefined : write(text));
  say(
    isJoined
      ? `A preview was asked for already: this follows it, run ${runId}.`
      : `Reads everything and compares it with the mirror: run ${runId}. Ctrl-C ends it.`,
  );
  const followed = followRun({ company, runId, isJson, write });
  const stopped = stop.first.then(async () => {
    if (!isJoined) {
      await cancelSyncRun(store, { companyId, runId, actor: 'cli' });
      return followed;
    }
    say(`The run goes on. To end it: npm run domovoy -- import cancel ${runId}`);
    return EXIT_BY_CTRL_C;
  });
  return await Promise.race([followed, stopped]);
}
