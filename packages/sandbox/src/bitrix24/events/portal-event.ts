/** What the body of an event may hold; everything arrives as text. */
export type EventData =
  | string
  | number
  | boolean
  | null
  | readonly EventData[]
  | { readonly [key: string]: EventData };

/** Something that handlers are told of. */
export interface PortalEvent {
  name: string;
  data: EventData;
  /** Who caused it, or nobody: then there is no access token in it. */
  userId: number | null;
  /** Only this application hears of it; whoever bound it when not given. */
  clientId?: string | undefined;
  /** The `auth_connector` of the call that caused it: handlers bound with the same one are not told offline. */
  connector?: string | null | undefined;
}
