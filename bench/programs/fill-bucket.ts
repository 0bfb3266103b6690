// A program: so many requests at once, so that a portal's burst is spent.
import { createBitrix24, webhookAuth } from '@domovoy/bitrix24-sdk';

const [, , url = '', count = '0'] = process.argv;
await using bitrix24 = createBitrix24({ auth: webhookAuth(url), limits: false });
await Promise.all(Array.from({ length: Number(count) }, () => bitrix24.call('profile')));
