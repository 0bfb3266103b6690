import { put } from './state/change.ts';
import type { KeptTables } from './state/kept-tables.ts';
import { defineTable } from './state/table.ts';

/** Row 1: how often the portal was renamed. */
const PORTAL = defineTable<{ renamings: number }>('portal');
const NAMES = ['127.0.0.1', 'localhost'] as const;

/** Where the portal is. A renamed one has another host, and the old one sends everybody on (facts §1). */
export interface PortalAddress {
  /** Known when it listens. */
  listening(at: { port: number; isSecure: boolean }): void;
  readonly origin: string;
  readonly host: string;
  /** Where the authorisation server is: it is not renamed. */
  readonly authOrigin: string;
  isOld(host: string | undefined): boolean;
  rename(): void;
}

export function createAddress(state: KeptTables): PortalAddress {
  let at = { port: 0, isSecure: false };
  const nameNow = () => NAMES[(state.rows(PORTAL).get(1)?.renamings ?? 0) % 2] as (typeof NAMES)[number];
  const originOf = (name: string) => `${at.isSecure ? 'https' : 'http'}://${name}:${at.port}`;
  return {
    listening: (where) => {
      at = where;
    },
    get origin() {
      return originOf(nameNow());
    },
    get host() {
      return `${nameNow()}:${at.port}`;
    },
    get authOrigin() {
      return originOf(NAMES[0]);
    },
    /** Before the first renaming it may be called by either name. */
    isOld(host) {
      const renamings = state.rows(PORTAL).get(1)?.renamings ?? 0;
      return renamings > 0 && host === `${NAMES[(renamings + 1) % 2]}:${at.port}`;
    },
    rename() {
      const renamings = (state.rows(PORTAL).get(1)?.renamings ?? 0) + 1;
      state.commit({ changes: [put(PORTAL, 1, { renamings })] });
    },
  };
}
