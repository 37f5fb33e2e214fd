import { encode } from 'uqr'

export interface QrPath {
  /** For `d` of one SVG path; each module is a unit square. */
  readonly d: string
  /** For `viewBox="0 0 size size"`. */
  readonly size: number
}

/** A QR code as one path, so that pages draw it without any inserted markup. */
export function qrPath(text: string): QrPath {
  const { data, size } = encode(text, { ecc: 'M', border: 2 })
  const d = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  return { d, size }
}
