import { createBitrix24, oauthAuth } from '@domovoy/bitrix24-sdk';
import { createFileTokenStore } from './file-token-store.ts';
import { CLIENT } from './oauth-portal.ts';

// A process of its own that calls the portal until it is told to stop, and says how many calls went well.

const [, , file = ''] = process.argv;
const bitrix24 = createBitrix24({
  auth: oauthAuth({ ...CLIENT, tokens: createFileTokenStore(file) }),
  limits: false,
});
const told = new AbortController();
process.on('message', () => told.abort());
let calls = 0;
for (; !told.signal.aborted; calls++) {
  await bitrix24.call('profile');
  if (calls === 0) process.send?.('ready');
}
await bitrix24.close();
process.send?.({ calls });
process.disconnect();
