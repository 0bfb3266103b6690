import { isIP, isIPv6 } from 'node:net';
import { z } from 'zod';
import { envVariable } from './env-fragment.ts';

/** What proxy-addr knows by name. */
const NAMED: ReadonlySet<string> = new Set(['loopback', 'linklocal', 'uniquelocal']);

function isNetwork(text: string): boolean {
  if (NAMED.has(text)) return true;
  const [address = '', length, ...rest] = text.split('/');
  if (isIP(address) === 0 || rest.length > 0) return false;
  return length === undefined || (/^\d{1,3}$/.test(length) && Number(length) <= (isIPv6(address) ? 128 : 32));
}

/** Addresses and blocks of them, with commas between; none when absent. */
export const networksEnv = (name: string) =>
  envVariable(
    name,
    z
      .string()
      .optional()
      .transform((text) => (text ?? '').split(',').map((network) => network.trim()))
      .transform((networks) => networks.filter((network) => network !== ''))
      .pipe(z.array(z.string().refine(isNetwork))),
    { expected: 'addresses and blocks like 10.0.0.7, 10.0.0.0/8, loopback, with commas between' },
  );
