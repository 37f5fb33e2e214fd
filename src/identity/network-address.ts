import { isIPv6 } from 'node:net'

/** A household or an office has a whole /64 of IPv6 addresses to try from. */
export function networkOf(address: string): string {
  const bare = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')
  if (!isIPv6(bare)) return bare
  const [head = '', tail] = bare.toLowerCase().split('::')
  const groups = (text: string | undefined): string[] => (text ? text.split(':') : [])
  const zeros = tail === undefined ? [] : Array<string>(8 - groups(head).length - groups(tail).length).fill('0')
  const full = [...groups(head), ...zeros, ...groups(tail)]
  return full
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')
}
