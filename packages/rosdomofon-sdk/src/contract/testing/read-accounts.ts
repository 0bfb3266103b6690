import { createRosDomofon } from '@domovoy/rosdomofon-sdk';

// A process of its own, whose memory is nobody else's: reads all accounts, and says what that took.

const [, , baseUrl = '', how = 'stream'] = process.argv;
const client = createRosDomofon({ baseUrl, username: 'u', password: 'p' });
await client.accounts.flats({ accountId: 1 });

const idleBytes = process.memoryUsage.rss();
let peakBytes = idleBytes;
const look = () => {
  peakBytes = Math.max(peakBytes, process.memoryUsage.rss());
};
let rows = 0;
if (how === 'stream')
  for await (const { id } of client.accounts.list()) {
    rows += 1;
    if (id % 500 === 0) look();
  }
else {
  const all = await client.accounts.list().toArray();
  rows = all.length;
  look();
}
await client.close();
process.stdout.write(JSON.stringify({ rows, addedBytes: peakBytes - idleBytes }));
