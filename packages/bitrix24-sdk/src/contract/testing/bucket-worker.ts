import { createBitrix24, createBucketStore, webhookAuth } from '@domovoy/bitrix24-sdk';
import { readJson, withFileLock, writeJson } from './file-lock.ts';

// A process of its own with a backlog of calls. With a file it shares the portal's bucket with others that have it, too.

const [, , url = '', calls = '0', limits = '{}', file = ''] = process.argv;
const bucketStore = createBucketStore({
  change: (portal, next) =>
    withFileLock(file, async () => {
      const moments = (await readJson(file)) as Record<string, number>;
      await writeJson(file, { ...moments, [portal]: next(moments[portal], Date.now()) });
    }),
});
await using bitrix24 = createBitrix24({
  auth: webhookAuth(url),
  limits: JSON.parse(limits) as object,
  ...(file && { bucketStore }),
});
process.send?.('ready');
await new Promise((begin) => process.once('message', begin));
const all = Array.from({ length: Number(calls) }, () => bitrix24.call('crm.item.add'));
process.send?.((await Promise.allSettled(all)).filter(({ status }) => status === 'fulfilled').length);
process.disconnect();
