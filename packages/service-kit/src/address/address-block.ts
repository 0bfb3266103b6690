import { isIPv4, isIPv6 } from 'node:net';

/** What a broken proxy passes on counts as one: whoever writes it must not have a name for each request. */
const NONE = 'none';

/**
 * As what a client is counted. Of IPv6 that is the /64, of which the smallest customer has one: who counts single
 * addresses of it gives each client 2^64 of them.
 */
export function addressBlock(address: string): string {
  if (isIPv4(address)) return address;
  if (!isIPv6(address)) return NONE;
  const groups = groupsOf(address);
  const [high = '', low = ''] = groups.slice(6);
  if (groups.slice(0, 6).join(':') === '0:0:0:0:0:ffff') return `${bytesOf(high)}.${bytesOf(low)}`;
  return `${groups.slice(0, 4).join(':')}::/64`;
}

/** All eight, in lower case and without zeros in front; a dotted end becomes two of them. */
function groupsOf(address: string): string[] {
  const [withoutZone = ''] = address.split('%', 1);
  const { hostname } = new URL(`http://[${withoutZone}]`);
  const [left = [], right = []] = hostname
    .slice(1, -1)
    .split('::')
    .map((half) => half.split(':').filter((group) => group !== ''));
  return [...left, ...Array<string>(8 - left.length - right.length).fill('0'), ...right];
}

const bytesOf = (group: string): string => {
  const value = Number.parseInt(group, 16);
  return `${value >> 8}.${value & 255}`;
};
