import type { ApiName, Requests, Responses } from '../protocol/apis.ts';

/** What a handler may want to know besides the request. */
export interface RequestContext {
  readonly version: number;
  readonly clientId: string;
  readonly host: string;
}

/** null: the client wants no answer (Produce with acks 0). */
export type Handler<N extends ApiName> = (
  request: Requests[N],
  context: RequestContext,
) => Responses[N] | null | Promise<Responses[N]>;

export type AllHandlers = { readonly [N in ApiName]: Handler<N> };
/** A login changes the connection's own state: the connection brings the handlers of those requests. */
export type Handlers = Omit<AllHandlers, 'SaslHandshake' | 'SaslAuthenticate'>;

/** Something that whoever runs the broker may want to know; nothing in it is secret. */
export interface BrokerEvent {
  readonly event: 'connection-closed' | 'authentication-failed';
  readonly host: string;
  readonly reason: string;
}
export type BrokerLogger = (event: BrokerEvent) => void;
