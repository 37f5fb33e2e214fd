/** The topics of a file of messages, hottest first: what `xinqiao topics --from` prints. */
import type { Day } from '../../kernel/day.ts'
import { Gathering, Seen } from './gathering.ts'
import type { Sign } from './heard.ts'
import { hear, maskedOf } from './hearing.ts'
import { type Counted, fewestMessages, fewestPeople, type Heat, heatOf } from './heat.ts'
import type { MessageOfFile } from './message-file.ts'
import { type Named, nameOf } from './naming.ts'
import type { Message } from './nearness.ts'

export interface HotTopic extends Omit<Heat, 'recent' | 'before'>, Named {
  readonly rank: number
  /** The same as long as the topic holds together. */
  readonly id: number
  readonly recent: number
  readonly before: number
  readonly ids: readonly (string | number)[]
}

export interface Period {
  readonly from?: Day | undefined
  readonly until?: Day | undefined
}

/** A word is told by its letters only if as many messages have it. */
const fewestWithWord = 2

type OfFile = Message<string> & { readonly written: MessageOfFile }

/** Takes messages in as the house would, so many at a time, and tells what is hot. */
export class TopicsOfFile {
  readonly #seen = new Seen()
  readonly #gathering = new Gathering<string>(this.#seen)
  readonly #letters = new Map<Sign, { readonly letters: string; times: number }>()
  readonly #written = new Map<string, OfFile>()

  takeIn(messages: readonly MessageOfFile[]): void {
    const heard = messages.map((written): OfFile => {
      const told = new Set<Sign>()
      const message = hear(maskedOf(written), (sign, letters) => {
        if (told.has(sign)) return
        told.add(sign)
        this.#tell(sign, letters)
      })
      return { id: String(written.id), on: written.on, heard: message, written }
    })
    for (const message of heard) {
      this.#written.set(message.id, message)
      this.#seen.count(message)
    }
    this.#gathering.takeIn(heard)
  }

  #tell(sign: Sign, letters: string): void {
    const known = this.#letters.get(sign)
    if (known === undefined) this.#letters.set(sign, { letters, times: 1 })
    else known.times += 1
  }

  hottest({ from, until }: Period = {}): readonly HotTopic[] {
    const isIn = (on: Day): boolean => (from === undefined || on >= from) && (until === undefined || on <= until)
    const last = until ?? lastOf([...this.#written.values()])
    if (last === null) return []
    const topics = this.#gathering.topics().flatMap(({ id, members }) => {
      const messages = [...members.keys()].flatMap((member) => this.#written.get(member) ?? [])
      const inPeriod = messages.filter(({ on }) => isIn(on)).toSorted((a, b) => (a.on < b.on ? -1 : 1))
      const [first, ...rest] = countedOf(inPeriod.map(({ written }) => written))
      if (first === undefined) return []
      const heat = heatOf([first, ...rest], last)
      return heat.people < fewestPeople || heat.messages < fewestMessages ? [] : [{ id, heat, messages: inPeriod }]
    })
    return topics
      .toSorted((a, b) => b.heat.score - a.heat.score || a.id - b.id)
      .map(({ id, heat, messages }, at) => ({
        ...{ rank: at + 1, id, ...this.#named(messages), ...heat },
        ids: messages.map(({ written }) => written.id),
      }))
  }

  #named(messages: readonly OfFile[]): Named {
    const heard = messages.map((message) => message.heard)
    return nameOf(
      heard,
      (sign) => {
        const known = this.#letters.get(sign)
        return known === undefined || known.times < fewestWithWord ? null : known.letters
      },
      (sign) => Math.log(this.#written.size / (this.#letters.get(sign)?.times ?? 1)),
    )
  }
}

const lastOf = (messages: readonly OfFile[]): Day | null =>
  messages.reduce<Day | null>((last, { on }) => (last === null || on > last ? on : last), null)

/** Who wrote is only asked whether they wrote in this topic before. */
function countedOf(messages: readonly MessageOfFile[]): readonly Counted[] {
  const seen = new Set<string>()
  return messages.map(({ on, likes, user }) => {
    const isNew = user === null || !seen.has(user)
    if (user !== null) seen.add(user)
    return { on, likes, newPeople: isNew ? 1 : 0 }
  })
}
