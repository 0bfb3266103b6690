import type { DevSettings } from '../settings/dev-settings.ts';
import { isOnThisMachine } from '../settings/is-on-this-machine.ts';

export const DEFAULT_DATA_DIR = '.data';

/** What a person types to see events arrive; null with brokers elsewhere: others would get the sample events. */
export function demoCommand(dataDir: string, { kafka }: DevSettings): string | null {
  if (kafka && !isOnThisMachine(kafka.brokers)) return null;
  const where = dataDir === DEFAULT_DATA_DIR ? '' : ` --data ${dataDir}`;
  return `npm run demo:events -- --sign-ups 10 --messages 50${where}`;
}
