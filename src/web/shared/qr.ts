import { encode } from 'uqr'

export interface QrPath {
  /** For `d` of one SVG path; each module is a unit square. */
  readonly d: string
  /** For `viewBox="0 0 size size"`. */
  readonly size: number
}

/**
 * A QR code as one path, so that pages draw it without any inserted markup. `M` stands a fold in the paper; a long text is better off
 * with `L`, because fewer and larger squares are what a cheap camera can read.
 */
export function qrPath(text: string, ecc: 'L' | 'M' = 'M'): QrPath {
  const { data, size } = encode(text, { ecc, border: 2 })
  const d = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  return { d, size }
}
