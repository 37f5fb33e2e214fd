/** An order as its page shows it, with as much as the reader's part in it entitles to. */
import { daysLeft } from '../kernel/clock.ts'
import { bearerOrgan } from '../kernel/running-clock.ts'
import type { Sealed } from '../kernel/sealed.ts'
import { basisInWords } from '../law/basis.ts'
import type { OrderRowView, OrderView } from './contract.ts'
import { letterOf } from './papers.ts'
import type { OrderRow, ReadMatter, Staff } from './queries.ts'
import { matterOf } from './room.ts'
import type { Order } from './supervision.ts'
import { isRunning } from './tables.ts'
import { clockView, isAddressed, organRef, type Place } from './view-place.ts'

/**
 * Addressees read their own reports and not those of others, and not what the petitioner said of them to somebody else; whoever only asks
 * the petitioner reads the question.
 */
export function orderView(
  order: Order,
  read: ReadMatter,
  { organ: reader }: Pick<Staff, 'organ'>,
  isSupervisor: boolean,
  place: Place,
): OrderView {
  const isConcerned = isSupervisor || isAddressed(order, reader)
  const said = (piece: Sealed): string => (isConcerned ? place.opened(read, piece) : '')
  const maybe = (piece: Sealed | null): string | null => (piece && isConcerned ? place.opened(read, piece) : null)
  const met = order.verification?.met ?? []
  const { ref, kind, state, opener, openedOn, due, closedOn, raisedTo, executedOn, relapses } = order
  return {
    ...{ ref, kind, state, opener, openedOn, due, closedOn, raisedTo, executedOn, relapses },
    by: organRef(place, order.by),
    findings: isConcerned ? [...order.findings] : [],
    addressees: order.addressees.map(({ organ, leader }) => ({
      organ: organRef(place, organ),
      leader: leader && isConcerned ? (place.staff.get(leader) ?? leader) : null,
    })),
    instruction: said(order.instruction),
    criteria: order.criteria.map((criterion) => ({
      ref: criterion.ref,
      text: said(criterion.text),
      met: met.includes(criterion.ref),
    })),
    inspections: isConcerned
      ? order.inspections.map(({ way, on, heldOn, place: where, record }) => ({
          ...{ way, on, heldOn, place: maybe(where), record: said(record) },
        }))
      : [],
    reports: order.reports
      .filter(({ organ }) => isSupervisor || organ === reader)
      .map(({ ref: report, organ, on, report: text, materials }) => ({
        ...{ ref: report, on, organ: organRef(place, organ), report: place.opened(read, text) },
        materials: materials.map(({ ref: file, name, bytes, mediaType }) => ({
          ...{ ref: file, name: place.opened(read, name), bytes, mediaType },
        })),
      })),
    asked: askedView(order, read, isSupervisor || order.asked?.organ === reader, place),
    verification: isConcerned ? verificationView(order, read, place) : null,
    returns: order.returns.map(({ on, reason, until }) => ({ on, until, reason: said(reason) })),
    extensions: order.extensions.map(({ on, until, reason }) => ({ on, until, reason: said(reason) })),
    basis: basisInWords(place.world.law.orders[kind]?.basis ?? { adr: '0030' }),
    letter: isConcerned ? letterIn(read, ref) : null,
    clocks: read.matter.clocks
      .filter(({ rule, subject }) => rule !== 'decideFinding' && subject === ref)
      .filter((clock) => isSupervisor || bearerOrgan(clock) === reader)
      .map((clock) => clockView(clock, place)),
  }
}

function letterIn({ history }: ReadMatter, order: string): string | null {
  const opened = history.find(({ fact }) => fact.type === 'OrderOpened' && fact.ref === order)
  return opened ? (letterOf(opened.fact, opened.version)?.id ?? null) : null
}

function verificationView({ verification }: Order, read: ReadMatter, place: Place): OrderView['verification'] {
  if (!verification) return null
  const { on, by, way, note } = verification
  return { on, way, note: place.opened(read, note), by: place.staff.get(by) ?? by }
}

function askedView({ asked }: Order, read: ReadMatter, mayRead: boolean, place: Place): OrderView['asked'] {
  if (!asked || !mayRead) return null
  const { organ, on, question, word } = asked
  return {
    ...{ organ: organRef(place, organ), on, question: place.opened(read, question) },
    word: word && { on: word.on, says: word.says, words: word.words && place.opened(read, word.words) },
  }
}

export function orderRowView(row: OrderRow, title: string | null, place: Place): OrderRowView {
  const { stream, ref, kind, state, openedOn, due, closedOn, subject, executedOn, relapses } = row
  const left = isRunning({ state }) ? daysLeft(due, place.today) : null
  return {
    ...{
      matter: matterOf(stream),
      order: ref,
      kind,
      state,
      openedOn,
      due,
      closedOn,
      subject,
      title,
      executedOn,
      relapses,
    },
    by: organRef(place, row.by),
    organs: row.organs.map((organ) => organRef(place, organ)),
    daysLeft: left,
    isOverdue: state === 'open' && left !== null && left < 0,
  }
}
