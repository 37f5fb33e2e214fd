/** What the papers of a conference say, for whoever may have them. Nothing is said here that is not recorded. */
import type { Content, Said, Section } from '../../documents/content.ts'
import type { OpenedPapers, PaperIssuer } from '../../documents/issuer.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { type Bilingual, inSequence, listed, say } from '../../wording/bilingual.ts'
import { conferenceTerms } from '../../wording/conference-terms.ts'
import { dayInWords } from '../../wording/days.ts'
import type { Item, Meeting, MeetingFactOf } from './conference.ts'
import type { ConferenceHouse } from './house.ts'
import { itemPapers, meetingPapers, papersOfItem, papersOfMeeting } from './papers.ts'
import { type KnownMeeting, knownItem, knownMeeting, meetingOfHouse, type Staff, textsOf } from './reading.ts'
import { itemStream, meetingStream } from './rooms.ts'

type NameOf = (organ: OrganId) => Bilingual
type Texts = ReadonlyMap<string, string>

const written = (texts: Texts, { ref }: { readonly ref: string }): Said => {
  const text = texts.get(ref)
  return text === undefined ? { unreadable: 'erased' } : say(text, text)
}

interface Decided {
  readonly item: Item
  readonly texts: Texts
}

export const meetingIssuer = (house: ConferenceHouse): PaperIssuer => ({
  ...meetingPapers,
  async open(stream, viewer): Promise<OpenedPapers | null> {
    const known = await knownMeeting(house, stream, viewer)
    if (known === null) return null
    const texts = await textsOf(house, stream, viewer)
    const decided = await decidedAt(house, known.meeting, viewer)
    const names = await house.staffNames(known.meeting.members.flatMap(({ account }) => account ?? []))
    return {
      papers: known.history.flatMap(({ fact, version }) => papersOfMeeting(fact, version)),
      contentOf: (paper, nameOf) =>
        paper.kind === 'meetingNotice'
          ? notice(known, texts, nameOf)
          : minutes(known.meeting, { texts, nameOf, decided, names }),
    }
  },
})

/** What stands in the minutes is open to everybody who sits there. */
async function decidedAt(house: ConferenceHouse, { items }: Meeting, viewer: Staff): Promise<readonly Decided[]> {
  const read = await Promise.all(
    items.map(async (id): Promise<Decided | null> => {
      const known = await knownItem(house, itemStream(id), viewer)
      return known && { item: known.item, texts: await textsOf(house, itemStream(id), viewer) }
    }),
  )
  return read.filter((each) => each !== null)
}

function notice({ meeting, history }: KnownMeeting, texts: Texts, nameOf: NameOf): Content {
  const convened = history.findLast(({ fact }) => fact.type === 'MeetingConvened')?.fact as
    | MeetingFactOf<'MeetingConvened'>
    | undefined
  const organs = [...new Set((convened?.members ?? meeting.members).map(({ organ }) => organ))]
  return {
    parts: {
      to: listed(organs.map(nameOf)),
      on: dayInWords(meeting.day),
      venue: written(texts, meeting.place),
      meeting: conferenceTerms.meetingKind[meeting.kind],
      title: written(texts, meeting.title),
    },
    lists: {},
  }
}

interface Setting {
  readonly texts: Texts
  readonly nameOf: NameOf
  readonly decided: readonly Decided[]
  readonly names: ReadonlyMap<string, string>
}

function minutes(meeting: Meeting, { texts, nameOf, decided, names }: Setting): Content {
  const drafted = meeting.minutes
  return {
    parts: {
      on: dayInWords(meeting.openedOn ?? meeting.day),
      venue: written(texts, meeting.place),
      meeting: conferenceTerms.meetingKind[meeting.kind],
      title: written(texts, meeting.title),
      attending: attending(meeting, nameOf, names),
      minutes: drafted ? written(texts, drafted.text) : undefined,
    },
    lists: {},
    sections: decided.map((each) => section(each, nameOf)),
  }
}

/** 出席：…；委托参加：…；缺席：…。 */
function attending({ attendance }: Meeting, nameOf: NameOf, names: ReadonlyMap<string, string>): Bilingual {
  const said = (['present', 'deputised', 'absent'] as const).flatMap((as) => {
    const those = attendance.filter((row) => row.as === as)
    if (those.length === 0) return []
    const who = those.map(({ organ, account }) => {
      const name = account === null ? '' : (names.get(account) ?? '')
      const { zh, en } = nameOf(organ)
      return name === '' ? say(zh, en) : say(`${name}（${zh}）`, `${name} (${en})`)
    })
    const { zh, en } = conferenceTerms.attendance[as]
    const all = listed(who)
    return [say(`${zh}：${all.zh}。`, `${en}: ${all.en}.`)]
  })
  return said.length === 0 ? say('', '') : inSequence(...said)
}

/** One item: what was decided, then who does what by when. */
function section({ item, texts }: Decided, nameOf: NameOf): Section {
  const { decision } = item
  return {
    heading: written(texts, item.title),
    text: decision ? sayingOf(item, texts, nameOf) : null,
    tables:
      decision && decision.tasks.length > 0
        ? [
            {
              caption: say('议定事项', 'What is to be done'),
              head: [say('责任单位', 'Organ'), say('事项', 'What'), say('期限', 'By')],
              rows: decision.tasks.map(({ organ, what, due }) => {
                const text = texts.get(what.ref) ?? '〔已依法销毁〕'
                return [nameOf(organ), say(text, text), dayInWords(due)]
              }),
              note: null,
            },
          ]
        : [],
  }
}

function sayingOf({ decision }: Item, texts: Texts, nameOf: NameOf): Said {
  if (decision === null) return say('', '')
  const { says, jurisdiction, measure } = decision
  const own = written(texts, says)
  if ('unreadable' in own) return own
  const binding = [
    ...(jurisdiction === null ? [] : [takenBy(jurisdiction, nameOf)]),
    ...(measure === null ? [] : [measured(measure, nameOf)]),
  ]
  return say([own.zh, ...binding.map(({ zh }) => zh)].join('\n'), [own.en, ...binding.map(({ en }) => en)].join('\n'))
}

function takenBy({ petition, competent }: { petition: string; competent: OrganId }, nameOf: NameOf): Bilingual {
  const { zh, en } = nameOf(competent)
  return say(`信访事项${petition}由${zh}受理。`, `The petition ${petition} is taken by ${en}.`)
}

function measured(
  { order, petition, organs, due }: NonNullable<NonNullable<Item['decision']>['measure']>,
  nameOf: NameOf,
): Bilingual {
  const what = conferenceTerms.conferenceMeasure[order]
  const [whom, day] = [listed(organs.map(nameOf)), dayInWords(due)]
  return say(
    `就信访事项${petition}对${whom.zh}${what.zh}，期限为${day.zh}。`,
    `${what.en} for ${whom.en} in the petition ${petition}, until ${day.en}.`,
  )
}

/** 单列纪要、会签: of an item from which somebody is kept, for whoever is not, and of one that was signed round. */
export const itemIssuer = (house: ConferenceHouse): PaperIssuer => ({
  ...itemPapers,
  async open(stream, viewer): Promise<OpenedPapers | null> {
    const known = await knownItem(house, stream, viewer)
    if (known === null) return null
    const { item, history } = known
    const texts = await textsOf(house, stream, viewer)
    const meeting = item.meeting === null ? null : await meetingOfHouse(house, meetingStream(item.meeting))
    const names = await house.staffNames(signedBy(item))
    return {
      papers: history.flatMap(({ fact, version }) => papersOfItem(fact, version)),
      contentOf: (paper, nameOf): Content => ({
        parts:
          paper.kind === 'minutesSigned'
            ? signedParts(item, nameOf, names)
            : {
                on: dayInWords(meeting?.openedOn ?? item.confirmedOn ?? item.broughtOn),
                meeting: conferenceTerms.meetingKind[meeting?.kind ?? 'working'],
              },
        lists: {},
        sections: [section({ item, texts }, nameOf)],
      }),
    }
  },
})

const lastRound = ({ circulations }: Item) => circulations.at(-1)

const signedBy = (item: Item): readonly string[] => lastRound(item)?.signatures.map(({ by }) => by) ?? []

/** 书面会签: from when it went round, and who signed on which day. */
function signedParts(item: Item, nameOf: NameOf, names: ReadonlyMap<string, string>): Content['parts'] {
  const { on = item.broughtOn, signatures = [] } = lastRound(item) ?? {}
  const who = signatures.map(({ organ, by, on: signedOn }) => {
    const [{ zh, en }, day, name] = [nameOf(organ), dayInWords(signedOn), names.get(by) ?? '']
    return say(`${name}（${zh}，${day.zh}）`, `${name} (${en}, ${day.en})`)
  })
  const { zh, en } = listed(who)
  const agreed = conferenceTerms.signedView.agreed
  return { on: dayInWords(on), attending: say(`${agreed.zh}：${zh}。`, `${agreed.en}: ${en}.`) }
}
