import { BlockList, isIP, isIPv6 } from 'node:net';

const familyOf = (address: string) => (isIPv6(address) ? 'ipv6' : 'ipv4');
/** An IPv4 client of a socket that listens on both. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '');

function add(list: BlockList, network: string): boolean {
  const [address = '', length, ...rest] = network.split('/');
  if (isIP(address) === 0 || rest.length > 0) return false;
  if (length === undefined) {
    list.addAddress(address, familyOf(address));
    return true;
  }
  const most = isIPv6(address) ? 128 : 32;
  if (!/^\d{1,3}$/.test(length) || Number(length) > most) return false;
  list.addSubnet(address, Number(length), familyOf(address));
  return true;
}

/** Addresses and CIDR blocks (`203.0.113.7`, `10.0.0.0/8`, `2001:db8::/32`). */
export const isNetwork = (text: string): boolean => add(new BlockList(), text);

export type IsAllowedFrom = (address: string) => boolean;

/** An empty list allows every address; what cannot be read as a network allows none. */
export function allowedFrom(networks: readonly string[]): IsAllowedFrom {
  if (networks.length === 0) return () => true;
  const list = new BlockList();
  for (const network of networks) add(list, network);
  return (address) => {
    const given = plain(address);
    return isIP(given) !== 0 && list.check(given, familyOf(given));
  };
}
