/** What the public notice of a day says: as it was when it was made public, and nothing of what came after. */
import { under } from '../../documents/citation.ts'
import type { Content } from '../../documents/content.ts'
import type { OpenedPapers, PaperIssuer } from '../../documents/issuer.ts'
import { fold } from '../../engine/history.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import { article } from '../../law/basis.ts'
import { type Bilingual, listed, say } from '../../wording/bilingual.ts'
import { closingInWords, dayInWords } from '../../wording/days.ts'
import type { ReceptionHouse } from './house.ts'
import { papersOfReception, receptionPapers } from './papers.ts'
import { type ReadReception, readReception } from './queries.ts'
import type { Reception, ReceptionFact, ReceptionState } from './reception.ts'
import { receptionRoom } from './room.ts'

type NameOf = (organ: OrganId) => Bilingual
const same = (text: string): Bilingual => say(text, text)

export const receptionIssuer = (house: ReceptionHouse): PaperIssuer => ({
  ...receptionPapers,
  async open(stream, viewer): Promise<OpenedPapers | null> {
    const read = await readReception(house, stream, viewer)
    if (read === null) return null
    const names = await house.staffNames(read.reception.leaders.map(({ account }) => account))
    const before = await house.staffNames(leadersOf(read).map(({ account }) => account))
    return {
      papers: read.history.flatMap(({ fact, version }) => papersOfReception(fact, version)),
      contentOf: ({ version }, nameOf) => contentOf(asOf(read, version), read, new Map([...before, ...names]), nameOf),
    }
  },
})

const leadersOf = ({ history }: ReadReception) =>
  history.flatMap(({ fact }) => (fact.type === 'ReceptionPlanned' ? fact.leaders : []))

/** The day as it stood with the fact that made it public. */
const asOf = ({ history }: ReadReception, version: number): Reception =>
  fold<ReceptionState, ReceptionFact>(
    receptionRoom,
    null,
    history.filter((recorded) => recorded.version <= version).map(({ fact }) => fact),
  ) as Reception

function contentOf(
  { plan, leaders, closesOn, closesAt }: Reception,
  { texts }: ReadReception,
  names: ReadonlyMap<string, string>,
  nameOf: NameOf,
): Content {
  const written = ({ ref }: Sealed) => texts.get(ref) ?? ''
  const day = dayInWords(plan.day)
  return {
    parts: {
      under: under(article(18, 1)),
      receivedOn: say(`${day.zh}${plan.from}至${plan.until}`, `${day.en}, ${plan.from} to ${plan.until}`),
      receivedAt: same(written(plan.place)),
      receives: listed(
        leaders.map(({ account, organ, title }) => {
          const [{ zh, en }, name, post] = [nameOf(organ), names.get(account) ?? '', written(title)]
          return say(`${zh}${post}${name}`, `${name}, ${post}, ${en}`)
        }),
      ),
      topic: plan.topic === null ? say('不限', 'open') : same(written(plan.topic)),
      table: plan.joint.length === 0 ? undefined : listed(plan.joint.map(nameOf)),
      seats: say(`${plan.seats}个`, String(plan.seats)),
      day: closesOn === null ? undefined : closingInWords(closesOn, closesAt),
    },
    lists: {},
  }
}
