// One contestant in a process of its own, whose memory is nobody else's: reads contacts of a portal, and says how many
// in what time and at which peak. `until` is the greatest id to read, 0 for all of them.
import { B24Hook } from '@bitrix24/b24jssdk';
import { createBitrix24, webhookAuth } from '@domovoy/bitrix24-sdk';

const [, , contestant = '', url = '', limits = 'off', until = '0'] = process.argv;
const params = {
  entityTypeId: 3,
  select: ['id', 'name', 'lastName', 'originId', 'updatedTime'],
  ...(until !== '0' && { filter: { '<=id': Number(until) } }),
};
const method = 'crm.item.list';

/** As its own documentation sets it up for much data, without its limits where the portal has none. */
function openPeer() {
  const hook = B24Hook.fromWebhookUrl(url, {
    ...(limits === 'off' && {
      restrictionParams: {
        rateLimit: { burstLimit: 1_000_000, drainRate: 1_000_000, adaptiveEnabled: false },
        operatingLimit: { windowMs: 600_000, limitMs: 1_000_000_000, heavyPercent: 100 },
      },
    }),
  });
  hook.offClientSideWarning();
  return hook;
}
const peerOptions = { method, params, idKey: 'id', customKeyForResult: 'items' };

interface Contestant {
  /** One small request. */
  spend: () => Promise<unknown>;
  /** Pages, one after the other; each is dropped before the next comes. */
  pages: () => AsyncIterable<readonly unknown[]>;
}
const ours = (): Contestant => {
  const client = createBitrix24({ auth: webhookAuth(url), ...(limits === 'off' && { limits: false }) });
  return { spend: () => client.call('profile'), pages: () => client.iterate(method, params).pages() };
};
const theirs = (how: 'fetchList' | 'callList') => (): Contestant => {
  const { v2 } = openPeer().actions;
  return {
    spend: () => v2.call.make({ method: 'profile' }),
    async *pages() {
      if (how === 'fetchList') yield* v2.fetchList.make(peerOptions);
      else yield (await v2.callList.make(peerOptions)).getData() ?? [];
    },
  };
};
const contestants: Record<string, () => Contestant> = {
  ours,
  fetchList: theirs('fetchList'),
  callList: theirs('callList'),
};

const { spend, pages } = contestants[contestant]?.() ?? {};
if (!spend || !pages) throw new Error(`no contestant is named ${contestant}`);
// With limits: the burst is gone, what is left is what the portal lets through for good.
if (limits === 'on') await Promise.all(Array.from({ length: 45 }, spend));
const idleMegabytes = process.resourceUsage().maxRSS / 1024;
const startedAt = performance.now();
const startedWith = process.cpuUsage();
let rows = 0;
/** Megabytes in use as a tenth of the rows after the other came in. */
const over: number[] = [];
for await (const page of pages()) {
  rows += page.length;
  if (over.length < rows / 10_000) over.push(Math.round(process.memoryUsage.rss() / 1024 / 1024));
}
const seconds = (performance.now() - startedAt) / 1000;
const peakMegabytes = process.resourceUsage().maxRSS / 1024;
const { user, system } = process.cpuUsage(startedWith);
process.send?.({ rows, seconds, peakMegabytes, idleMegabytes, over, cpuSeconds: (user + system) / 1e6 });
process.disconnect();
process.exit(0);
