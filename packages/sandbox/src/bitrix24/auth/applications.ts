import type { KeptTables } from '../state/kept-tables.ts';
import { defineTable } from '../state/table.ts';

/** A local application of the portal, of type Server. */
export interface Application {
  id: number;
  clientId: string;
  clientSecret: string;
  title: string;
  scopes: string[];
  /** In its events, so that it knows who sends them (facts §8). */
  applicationToken: string;
  isInstalled: boolean;
  /** Who installed it. */
  userId: number;
  /** Where ONAPPINSTALL and the like go. */
  handlerUrl: string | null;
  /** Where somebody who consents is sent. */
  redirectUrl: string | null;
  installedAtMs: number;
}

/** By client id. */
export const APPLICATIONS = defineTable<Application>('applications');

export const applicationOf = (state: KeptTables, clientId: string): Application | undefined =>
  state.rows(APPLICATIONS).get(clientId);
