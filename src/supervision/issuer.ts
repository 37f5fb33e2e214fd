/**
 * The letters of orders for one viewer. Whoever supervises has all of them, an organ that must act those of orders addressed to it; in a
 * letter stand the findings that its reader may see in the matter, by the same rules as on its page (`seenBy`).
 */
import { under } from '../documents/citation.ts'
import type { Content, Parts, Said } from '../documents/content.ts'
import type { IssuedPaper, OpenedPapers, PaperIssuer } from '../documents/issuer.ts'
import type { OrganId } from '../kernel/organ.ts'
import type { Sealed } from '../kernel/sealed.ts'
import { basisInWords } from '../law/basis.ts'
import { type Bilingual, listed, say } from '../wording/bilingual.ts'
import { dayInWords } from '../wording/days.ts'
import { supervisionTerms } from '../wording/supervision-terms.ts'
import { supervisionReaders } from './contract.ts'
import { evidenceInWords, isKeptBack, lawOf } from './finding-view.ts'
import type { SupervisionHouse } from './house.ts'
import { noteReading, readFor } from './keeping.ts'
import { letterOf, orderPapers } from './papers.ts'
import type { ReadMatter, Staff } from './queries.ts'
import { fieldInWords, placeInWords } from './subject-words.ts'
import type { Finding, Subject, SupervisionFact, SupervisionFactOf, SupervisionWorld } from './supervision.ts'
import { isAddressed, type Seen, seenBy } from './view-place.ts'
import { worldFor } from './world.ts'

type Opened = SupervisionFactOf<'OrderOpened'>
type NameOf = (organ: OrganId) => Bilingual

export const orderIssuer = (house: SupervisionHouse): PaperIssuer => ({
  ...orderPapers,
  open: (stream, viewer) => openLetters(house, stream, viewer),
})

interface Letter {
  readonly paper: IssuedPaper
  readonly fact: Opened
}

/** Everybody on the staff may ask for a paper; of a matter under supervision only whoever may read its page has any. */
async function openLetters(house: SupervisionHouse, stream: string, viewer: Staff): Promise<OpenedPapers | null> {
  if (!supervisionReaders.some((post) => viewer.posts.includes(post))) return null
  const read = await readFor(house, stream, viewer)
  if (!read) return null
  const seen = seenBy(read.matter, viewer)
  const letters = lettersFor(read, seen, viewer)
  const leaders = letters.flatMap(({ fact }) => fact.addressees.flatMap(({ leader }) => leader ?? []))
  const staff = await house.staffNames([...new Set(leaders)])
  return {
    papers: letters.map(({ paper }) => paper),
    contentOf(paper, nameOf) {
      const { fact } = letters.find((letter) => letter.paper.id === paper.id) as Letter
      return contentOf(fact, { house, read, seen, staff, nameOf, world: worldFor(house, fact.by, fact.on) })
    },
    noteLook: () => noteReading(house, read.matter, viewer),
  }
}

/** Whoever only asks the petitioner reads the question and no letter. */
function lettersFor({ history, matter }: ReadMatter, { isSupervisor }: Seen, { organ }: Staff): readonly Letter[] {
  return history.flatMap(({ fact, version }) => {
    const paper = letterOf(fact as SupervisionFact, version)
    if (paper === null || fact.type !== 'OrderOpened') return []
    const order = matter.orders.find(({ ref }) => ref === fact.ref)
    return order && (isSupervisor || isAddressed(order, organ)) ? [{ paper, fact }] : []
  })
}

interface Setting {
  readonly house: SupervisionHouse
  readonly read: ReadMatter
  readonly seen: Seen
  /** Display names of leaders. */
  readonly staff: ReadonlyMap<string, string>
  readonly nameOf: NameOf
  /** With the law of the day on which it was issued. */
  readonly world: SupervisionWorld
}

/** As the order was when it was opened: what was given later of time is on record in the matter and not in the letter. */
function contentOf(fact: Opened, setting: Setting): Content {
  const { read, house, nameOf, world } = setting
  const { kind, addressees, due, instruction, criteria } = fact
  const parts: Parts = {
    to: listed(addressees.map(({ organ }) => nameOf(organ))),
    matter: subjectInWords(read.matter.subject, house),
    under: under(world.law.orders[kind]?.basis),
    orderKind: supervisionTerms.orderKind[kind],
    findings: findingsIn(fact, setting),
    instruction: written(read, instruction),
    leaders: leadersIn(fact, setting),
    day: dayInWords(due),
  }
  return { parts, lists: { criteria: criteria.map(({ text }) => ({ criterion: written(read, text) })) } }
}

const written = ({ texts }: ReadMatter, { ref }: Sealed): Said => {
  const text = texts.get(ref)
  return text === undefined ? { unreadable: 'erased' } : say(text, text)
}

/** What is under supervision, as everybody with a part in the matter knows it: never a title, and of a proposal not which. */
function subjectInWords(subject: Subject, house: SupervisionHouse): Bilingual {
  switch (subject.kind) {
    case 'petition': {
      const number = subject.petition.replace(/^(\d{4})(\d{4})(\d{4})(\d{3})$/, '$1-$2-$3-$4')
      return say(`信访事项（登记编号：${number}）的办理情况`, `The handling of petition ${number}`)
    }
    case 'topic':
      return topicInWords(subject, house)
    case 'proposal':
      return say('对一项建议的书面反馈情况', 'The written answer to a proposal')
  }
}

function topicInWords(
  { category, place, from, until, petitions }: Extract<Subject, { kind: 'topic' }>,
  house: SupervisionHouse,
): Bilingual {
  const field = category === null ? null : fieldInWords(category)
  const where = place === null ? null : placeInWords(house, place)
  const [first, last] = [dayInWords(from), dayInWords(until)]
  const count = petitions.length
  return say(
    `${where?.zh ?? ''}${first.zh}至${last.zh}登记的${field ? `“${field.zh}”类` : ''}信访事项（${count}件）的办理情况`,
    `The handling of ${count} petitions${field ? ` about ${field.en}` : ''}${where ? ` in ${where.en}` : ''}, registered from ${first.en} to ${last.en}`,
  )
}

const nothingFound = say('立项时没有认定具体问题。', 'Nothing had been confirmed when the order was opened.')
const ofOthers = say('（涉及其他单位的问题不在此列。）', '(What was found of other organs is not shown here.)')

/** Each that it rests on and that its reader may see, one a line with what bears it out and the articles. */
function findingsIn({ findings: refs }: Opened, { seen, nameOf, world }: Setting): Bilingual {
  if (refs.length === 0) return nothingFound
  const shown = seen.findings.filter(({ ref }) => refs.includes(ref))
  const numbered = shown.map((finding, at) => {
    const { zh, en } = findingInWords(finding, nameOf, world)
    return shown.length === 1 ? say(zh, en) : say(`${at + 1}.${zh}`, `${at + 1}. ${en}`)
  })
  const lines = shown.length < refs.length ? [...numbered, ofOthers] : numbered
  return say(lines.map(({ zh }) => zh).join('\n'), lines.map(({ en }) => en).join('\n'))
}

/** The letter goes to whoever failed, so that nothing stands in it that they may not read, whoever reads it. */
function findingInWords({ rule, organ, evidence }: Finding, nameOf: NameOf, world: SupervisionWorld): Bilingual {
  const { basis, liability } = lawOf(rule, { world })
  const [what, whose, article] = [supervisionTerms.findingRule[rule], nameOf(organ), basisInWords(basis)]
  const facts = evidence.filter((each) => !isKeptBack(each)).map(evidenceInWords)
  const error = liability && basisInWords(liability)
  const borne = facts.length === 0 ? say('', '') : inBrackets(facts)
  return say(
    `${whose.zh}${what.zh}${borne.zh}。依据：${article.zh}${error ? `；可能构成的责任情形：${error.zh}` : ''}。`,
    `${whose.en}: ${what.en}${borne.en}. Basis: ${article.en}${error ? `; it may be an error under ${error.en}` : ''}.`,
  )
}

const inBrackets = (facts: readonly Bilingual[]): Bilingual =>
  say(`（${facts.map(({ zh }) => zh).join('；')}）`, ` (${facts.map(({ en }) => en).join('; ')})`)

/** Named with where they lead, as the order names them. */
function leadersIn({ addressees }: Opened, { staff, nameOf }: Setting): Bilingual | undefined {
  const named = addressees.flatMap(({ organ, leader }) => {
    if (leader === null) return []
    const name = staff.get(leader) ?? leader
    const { zh, en } = nameOf(organ)
    return [say(`${zh}${name}`, `${name} of ${en}`)]
  })
  return named.length === 0 ? undefined : listed(named)
}
