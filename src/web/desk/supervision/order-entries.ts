/** The life of an order in the order of its days, each step with its sentence and what was written. */

import type { SupervisionTermGroup } from '../../../wording/supervision-terms.ts'
import type { Bilingual } from '../../shared/language.ts'
import type { SupervisionWords } from '../locales/supervision-zh.ts'
import type { MatterView, OrderView } from './supervision.ts'

interface Speech {
  readonly say: SupervisionWords
  readonly said: (group: SupervisionTermGroup, code: string) => string
  readonly pick: (both: Bilingual) => string
  readonly day: (on: string) => string
}
type Sentence = (speech: Speech) => string

export interface OrderEntry {
  readonly key: string
  readonly on: string
  readonly head: Sentence
  readonly extra?: Sentence
  readonly text?: string | null
  readonly materials?: OrderView['reports'][number]['materials']
  readonly isBad?: boolean
}

/** On one day, what comes later in this list happened later. */
export function entriesOf(order: OrderView, matter: Pick<MatterView, 'orders'>): readonly OrderEntry[] {
  const entries = [
    ...inspections(order),
    ...reports(order),
    ...asked(order),
    ...verification(order),
    ...returns(order),
    ...extensions(order),
    ...ends(order, matter),
  ]
  return entries
    .map((entry, at) => ({ entry, at }))
    .toSorted(byDay)
    .map(({ entry }) => entry)
}

interface Placed {
  readonly entry: OrderEntry
  readonly at: number
}
const byDay = (a: Placed, b: Placed): number =>
  a.entry.on === b.entry.on ? a.at - b.at : a.entry.on < b.entry.on ? -1 : 1

const inspections = ({ inspections }: OrderView): readonly OrderEntry[] =>
  inspections.map(({ way, on, heldOn, place, record }, at) => ({
    key: `inspection-${at}`,
    on,
    head: ({ say, said, day }) => say.order.inspected(said('inspectionWay', way), day(heldOn)),
    ...(place ? { extra: () => place } : {}),
    text: record,
  }))

const reports = ({ reports }: OrderView): readonly OrderEntry[] =>
  reports.map(({ ref, organ, on, report, materials }) => ({
    key: `report-${ref}`,
    on,
    head: ({ say, pick }) => say.order.reported(pick(organ)),
    text: report,
    materials,
  }))

function asked({ asked }: OrderView): readonly OrderEntry[] {
  if (asked === null) return []
  const { organ, on, word } = asked
  const asking: OrderEntry = {
    key: 'asked',
    on,
    head: ({ say, pick }) => say.order.asked(pick(organ)),
    text: asked.question,
    ...(word === null ? { extra: ({ say }: Speech) => say.order.notAnsweredYet } : {}),
  }
  if (word === null) return [asking]
  const answer: OrderEntry = {
    key: 'word',
    on: word.on,
    head: ({ say, said }) => say.order.word(said('petitionersWord', word.says)),
    text: word.words,
    isBad: word.says === 'notDone',
  }
  return [asking, answer]
}

const verification = ({ verification }: OrderView): readonly OrderEntry[] =>
  verification === null
    ? []
    : [
        {
          key: 'verified',
          on: verification.on,
          head: ({ say, said }) => say.order.verified(said('verificationWay', verification.way)),
          extra: () => verification.by,
          text: verification.note,
        },
      ]

const returns = ({ returns }: OrderView): readonly OrderEntry[] =>
  returns.map(({ on, reason, until }, at) => ({
    key: `return-${at}`,
    on,
    head: ({ say }) => say.order.returned,
    extra: ({ say, day }) => say.order.returnedUntil(day(until)),
    text: reason,
    isBad: true,
  }))

const extensions = ({ extensions }: OrderView): readonly OrderEntry[] =>
  extensions.map(({ on, until, reason }, at) => ({
    key: `extension-${at}`,
    on,
    head: ({ say, day }) => say.order.extended(day(until)),
    text: reason,
  }))

function ends({ executedOn, closedOn, raisedTo, state, kind }: OrderView, matter: Pick<MatterView, 'orders'>) {
  const found: OrderEntry[] = []
  if (executedOn) found.push({ key: 'executed', on: executedOn, head: ({ say }) => say.order.executed })
  const next = matter.orders.find(({ ref }) => ref === raisedTo)
  if (next) {
    found.push({
      key: 'raised',
      on: next.openedOn,
      head: ({ say, said }) => say.order.raised(said('orderKind', next.kind)),
    })
  }
  if (closedOn && state === 'closed') {
    found.push({
      key: 'closed',
      on: closedOn,
      head: ({ say }) => (kind === 'listed' ? say.order.delisted : say.order.closed),
    })
  }
  return found
}
