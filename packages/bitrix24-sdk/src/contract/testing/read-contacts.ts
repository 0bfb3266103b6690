import { createBitrix24, webhookAuth } from '@domovoy/bitrix24-sdk';

// A process of its own, whose memory is nobody else's: reads all contacts, and says what is in use on the way.

const [, , url = ''] = process.argv;
const bitrix24 = createBitrix24({ auth: webhookAuth(url), limits: false });
const collect = (globalThis as { gc?: () => void }).gc;
if (!collect) throw new Error('expected --expose-gc');
let rows = 0;
const megabytes: number[] = [];
for await (const page of bitrix24.iterate('crm.item.list', { entityTypeId: 3 }).pages()) {
  rows += page.length;
  collect();
  const { heapUsed, external } = process.memoryUsage();
  megabytes.push((heapUsed + external) / 1024 / 1024);
}
await bitrix24.close();
process.send?.({ rows, megabytes });
process.disconnect();
