import type { PortalTools } from '../integration/portal-handler.ts';

export interface ChatTools extends PortalTools {
  /** The public address of apps/hooks; null: it has none, and no portal can tell anything. */
  readonly hooksUrl: string | null;
  /** A call that nobody answered may be executed for so long: then the portal cuts it. */
  readonly portalCutMs: number;
}
