import type { DeliveryKeys } from '@domovoy/store';

type Makes = (jobId: bigint) => DeliveryKeys;

/** The deliveries that a job makes, by what their keys begin with: the key names job and thing, so that each is made once. */
export const connectDeliveries = (jobId: bigint) =>
  ({ kind: 'service.connect', keyPrefix: `connect:${jobId}:` }) as const;
export const broadcastDeliveries = (jobId: bigint) =>
  ({ kind: 'message.send', keyPrefix: `broadcast:${jobId}:` }) as const;

/** By the job's kind. Those that are not here make none that could be told from others. */
const BY_KIND: ReadonlyMap<string, Makes> = new Map<string, Makes>([
  ['services.connect', connectDeliveries],
  ['messages.broadcast', broadcastDeliveries],
]);

export const deliveriesOfJob = ({ id, kind }: { id: bigint; kind: string }): DeliveryKeys | null =>
  BY_KIND.get(kind)?.(id) ?? null;
