/** The receipt as a picture: phones keep pictures where people find them again. */
import { qrPath } from '../../shared/qr.ts'
import { longFrom } from './qr.tsx'

const width = 900
const margin = 56
const lineHeight = 46
const qrSide = 380
const font = '28px "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif'

interface Link {
  readonly person: string
  readonly title: string
  readonly text: string
}

/** Null where the browser cannot draw. */
export function drawReceipt(lines: readonly string[], links: readonly Link[]): Promise<Blob | null> {
  const canvas = document.createElement('canvas')
  const brush = canvas.getContext('2d')
  if (!brush) return Promise.resolve(null)
  brush.font = font
  const wrapped = lines.flatMap((line) => wrap(line, width - 2 * margin, (text) => brush.measureText(text).width))
  const rows = Math.ceil(links.length / 2)
  canvas.width = width
  canvas.height = 2 * margin + wrapped.length * lineHeight + rows * (qrSide + 2 * lineHeight)
  brush.fillStyle = '#fff'
  brush.fillRect(0, 0, canvas.width, canvas.height)
  brush.fillStyle = '#0f5a63'
  brush.fillRect(0, 0, canvas.width, 14)
  brush.font = font
  brush.textBaseline = 'middle'
  wrapped.forEach((line, at) => {
    brush.fillStyle = at === 0 ? '#0f5a63' : '#1b262a'
    brush.fillText(line, margin, margin + (at + 0.5) * lineHeight)
  })
  const below = margin + wrapped.length * lineHeight + lineHeight / 2
  links.forEach(({ title, text }, at) => {
    const x = margin + (at % 2) * (width / 2 - margin / 2)
    const y = below + Math.floor(at / 2) * (qrSide + 2 * lineHeight)
    drawQr(brush, text, x, y)
    brush.fillStyle = '#1b262a'
    brush.fillText(title, x, y + qrSide + lineHeight / 2)
  })
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'))
}

function drawQr(brush: CanvasRenderingContext2D, text: string, x: number, y: number): void {
  const { d, size } = qrPath(text, text.length > longFrom ? 'L' : 'M')
  brush.save()
  brush.translate(x, y)
  brush.scale(qrSide / size, qrSide / size)
  brush.fillStyle = '#000'
  brush.fill(new Path2D(d))
  brush.restore()
}

/** Breaks between words where there are any, else between characters, as Chinese does. */
export function wrap(line: string, most: number, measure: (text: string) => number): readonly string[] {
  const lines: string[] = []
  let now = ''
  for (const piece of line.match(/[\u0021-\u007e]+|\s|[^\u0021-\u007e\s]/g) ?? ['']) {
    if (now !== '' && measure(now + piece) > most) {
      lines.push(now)
      now = piece.trim()
    } else now += piece
  }
  return [...lines, now]
}
