import type { IncomingMessage } from 'node:http';
import proxyAddress from '@fastify/proxy-addr';

/** From where a request came, as its connection and the proxies say that are believed. */
export type ClientAddress = (request: IncomingMessage) => string;

/**
 * `X-Forwarded-For` can be written by anybody: its entries are believed from the right, as long as each was added by one of
 * the trusted proxies. By the function that Fastify has for its `request.ip`, so that sockets see the same.
 */
export function clientAddress(trustedProxies: readonly string[]): ClientAddress {
  const trust = proxyAddress.compile([...trustedProxies]);
  return (request) => proxyAddress(request, trust);
}
