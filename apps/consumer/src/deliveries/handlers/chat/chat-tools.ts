import type { PortalTools } from '../integration/portal-handler.ts';

export interface ChatTools extends PortalTools {
  /** The public address of apps/hooks; null: it has none, and no portal can tell anything. */
  readonly hooksUrl: string | null;
}
