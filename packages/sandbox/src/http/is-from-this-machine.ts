import type { IncomingHttpHeaders } from 'node:http';

const LOOPBACK = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

/** A web page that somebody has open must not act on a sandbox: neither by its own name nor by one that points at us. */
export const isFromThisMachine = ({ host, origin }: Pick<IncomingHttpHeaders, 'host' | 'origin'>): boolean =>
  [host, origin?.replace(/^https?:\/\//, '')].every((name) => name === undefined || LOOPBACK.test(name));
