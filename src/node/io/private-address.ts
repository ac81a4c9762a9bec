/// <reference types="node" />
/**
 * Recognizes addresses of this machine and of private networks, in every spelling, with the IPv6 forms of IPv4. A page from elsewhere must
 * not make the tool send requests to them. Names are resolved first. Ranges: the special-purpose registries of IANA, RFC 6890.
 */
import { BlockList, isIP, isIPv6 } from 'node:net';

const IPV4: readonly [network: string, prefix: number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10], // shared address space of providers
  ['127.0.0.0', 8],
  ['169.254.0.0', 16], // link-local; cloud hosts serve metadata there
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];
const IPV6: readonly [network: string, prefix: number][] = [
  ['::', 96], // unspecified, loopback, IPv4-compatible
  ['64:ff9b:1::', 48], // local translation (RFC 8215)
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
];

const privateAddresses = new BlockList(); // treats an IPv4-mapped address as the IPv4 address
for (const [network, prefix] of IPV4) {
  privateAddresses.addSubnet(network, prefix, 'ipv4');
  const [a, b, c, d] = network.split('.').map(Number) as [number, number, number, number];
  const [high, low] = [(a << 8) | b, (c << 8) | d].map((part) => part.toString(16));
  privateAddresses.addSubnet(`64:ff9b::${high}:${low}`, 96 + prefix, 'ipv6'); // translated (RFC 6052)
  privateAddresses.addSubnet(`2002:${high}:${low}::`, 16 + prefix, 'ipv6'); // 6to4 (RFC 3056)
}
for (const [network, prefix] of IPV6) privateAddresses.addSubnet(network, prefix, 'ipv6');

/** @param address a numeric address, as sockets and name servers write it */
export function isPrivateAddress(address: string): boolean {
  const bare = address.split('%', 1)[0]!;
  return isIP(bare) > 0 && privateAddresses.check(bare, isIPv6(bare) ? 'ipv6' : 'ipv4');
}
