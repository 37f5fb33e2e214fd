import { qrPath } from '../../shared/qr.ts'

/** A long text in fewer and larger squares, on more room. */
export const longFrom = 150

export function Qr({ text, label }: { text: string; label: string }) {
  const isLong = text.length > longFrom
  const { d, size } = qrPath(text, isLong ? 'L' : 'M')
  return (
    <svg class={isLong ? 'qr long-qr' : 'qr'} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <path d={d} />
    </svg>
  )
}
