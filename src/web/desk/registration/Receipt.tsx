import { checkingLink } from '../../shared/checking.ts'
import { fullDay, instantInWords } from '../../shared/days.ts'
import { qrPath } from '../../shared/qr.ts'
import { useLanguage } from '../locales/language.tsx'
import { shownNumber } from '../petition/words.tsx'
import type { Registered } from './registration.ts'
import './receipt.css'

interface ReceiptProps {
  readonly receipt: Registered
  readonly petitionerKey: string
  readonly name: string | undefined
  readonly title: string
}

/** As the portal shows it, and unlike the number, so that nobody takes one for the other. */
const inFours = (key: string): string => key.replace(/\D/g, '').replace(/(\d{4})(?=\d)/g, '$1 ')

/** The receipt on A5, one for each petitioner: number, key, QR code, and what happens next. */
export function Receipt({ receipt, petitionerKey, name, title }: ReceiptProps) {
  const { words, pick, language } = useLanguage()
  const { number, organ, receivedOn, registeredAt, firstClock, receipt: signed } = receipt
  return (
    <ReceiptSheet
      organ={pick(organ)}
      heading={words.receipt.title}
      number={number}
      petitionerKey={petitionerKey}
      signed={signed}
      lines={[
        [words.petition.petitioner, name ?? null],
        [words.column.title, title],
        [words.petition.receivedOn, fullDay(receivedOn, language)],
        [words.receipt.registeredAt, instantInWords(registeredAt, language)],
        [words.receipt.next, firstClock && `${pick(firstClock)} · ${fullDay(firstClock.lastDay, language)}`],
      ]}
    />
  )
}

interface SheetProps {
  readonly organ: string
  readonly heading: string
  readonly number: string
  readonly petitionerKey: string
  /** What the office has signed of a registration; a renewed key has nothing of the kind. */
  readonly signed?: string
  /** What is not known is left out. */
  readonly lines: readonly (readonly [name: string, value: string | null])[]
}

/** The sheet itself, for a registration or for a key that was renewed. */
export function ReceiptSheet({ organ, heading, number, petitionerKey, signed, lines }: SheetProps) {
  const { words } = useLanguage()
  return (
    <article className="receipt">
      <header>
        <p>{organ}</p>
        <h2>{heading}</h2>
      </header>
      <div className="receipt-body">
        <dl>
          <Line name={words.column.number} value={shownNumber(number)} isStrong />
          <Line name={words.receipt.key} value={inFours(petitionerKey)} isStrong />
          {lines.map(([name, value]) => value && <Line key={name} name={name} value={value} />)}
        </dl>
        <div className="receipt-codes">
          <Qr text={`${window.location.origin}/follow#${number}:${petitionerKey}`} label={words.receipt.qr} />
          {signed && <Qr text={checkingLink(window.location.origin, signed)} label={words.receipt.signedQr} isLong />}
        </div>
      </div>
      <footer>
        <p>{words.receipt.how(window.location.host)}</p>
        <p>{words.receipt.secret}</p>
        {signed && <p>{words.receipt.signed}</p>}
      </footer>
    </article>
  )
}

function Line({
  name,
  value,
  isStrong = false,
}: {
  readonly name: string
  readonly value: string
  readonly isStrong?: boolean
}) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className={isStrong ? 'strong' : undefined}>{value}</dd>
    </div>
  )
}

interface QrProps {
  readonly text: string
  readonly label: string
  /** A signed receipt is some hundred signs long, and needs more room to be read. */
  readonly isLong?: boolean
}

function Qr({ text, label, isLong = false }: QrProps) {
  const { d, size } = qrPath(text, isLong ? 'L' : 'M')
  return (
    <figure className={isLong ? 'long' : undefined}>
      <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
        <rect width={size} height={size} fill="#fff" />
        <path d={d} fill="#000" />
      </svg>
      <figcaption>{label}</figcaption>
    </figure>
  )
}
