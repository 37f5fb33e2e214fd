import { day } from '../../kernel/day.ts'
import { article as articleOfRegulations, rule as companion, decided } from '../../law/basis.ts'
import type { SimplifiedBar, UrgentRecipient } from '../../law/law.ts'
import {
  accepted,
  assigned,
  headOf,
  id,
  objected,
  person,
  petitioner,
  registered,
  registeredDirectly,
  returned,
  sealed,
  staff,
  transferred,
  urgentMarked,
  urgentReported,
  wayTo,
} from '../examples.ts'
import type { Command, Of, Refusal } from '../petition.ts'
import { article, type Row } from '../spec.ts'

const people = (count: number) => Array.from({ length: count }, (_, at) => person(`p${at + 1}`))
const organAs = (as: 'accused' | 'respondent', organ: string) => ({ as, organ: id(organ), official: null })

article(
  '信访工作条例 art. 17: by letter, visit, network, telephone and every other way; by citizens, legal persons and others',
  [],
  {
    'each is registered alike, with the same first limit': ({ given, same }) => {
      const channels = ['letter', 'visit', 'online', 'call', 'other'] as const
      const kinds = ['citizen', 'legalPerson', 'otherOrganisation'] as const
      for (const channel of channels) {
        for (const kind of kinds) {
          const registration = registered({ channel, people: [person('p1', { kind })] })
          const made = given(registration)
          same(
            [made.petition.channel, made.petition.people[0]?.kind, made.clock('route').lastDay],
            [channel, kind, day('2026-03-17')],
          )
        }
      }
    },
  },
)

article('信访工作条例 art. 22 (1): every matter is registered', ['permissions.Register'], {
  'as it was said, by whoever received it': ({ given }) => {
    given()
      .when(registered())
      .then({ type: 'PetitionRegistered', on: day('2026-03-02'), organ: id('county-bureau'), people: [{ ref: 'p1' }] })
      .at('registered')
      .onlyRunning('route')
  },
  'anonymous ones too': ({ given }) => {
    given()
      .when(registered({ confidentiality: 'anonymous', people: [person('p1', { name: null })] }))
      .then({ type: 'PetitionRegistered', confidentiality: 'anonymous' })
  },
  'against an ordinary respondent, by that respondent': ({ given }) => {
    given()
      .when(registeredDirectly({ about: [organAs('respondent', 'county-housing')] }))
      .accepted()
      .onlyRunning('notifyDirect')
  },
  'once only': ({ given }) => given(registered()).when(registered()).refused({ kind: 'already-registered' }),
  'before anything else can be done with it': ({ given }) =>
    given().when(transferred()).refused({ kind: 'not-registered' }),
})

article(
  '信访工作条例 art. 19 (1): what a petition must state',
  ['principles.whoAndWhatIsStated', 'principles.successorsTakeOver'],
  {
    'somebody who petitions': ({ given }) =>
      given()
        .when(registered({ people: [] }))
        .refused({ kind: 'no-petitioner', basis: articleOfRegulations(19, 1) }),
    'a name, unless it is anonymous': ({ given }) =>
      given()
        .when(registered({ people: [person('p1', { name: null })] }))
        .refused({ kind: 'no-petitioner', basis: articleOfRegulations(19, 1) }),
    'at least one claim': ({ given }) =>
      given()
        .when(registered({ claims: [] }))
        .refused({ kind: 'no-claim', basis: articleOfRegulations(19, 1) }),
    'what was said by word of mouth, read back': ({ given }) =>
      given()
        .when(registered({ channel: 'visit', oral: { readBack: false, signedBy: 'signature' } }))
        .refused({ kind: 'oral-record-not-read-back', basis: articleOfRegulations(19, 1) }),
    'which, once read back, is registered': ({ given }) => {
      given()
        .when(registered({ channel: 'visit', oral: { readBack: true, signedBy: 'fingerprint' } }))
        .accepted()
    },
    'a day that has come': ({ given }) =>
      given()
        .when(registered({ receivedOn: day('2026-03-03') }))
        .refused({ kind: 'day-in-the-future', day: day('2026-03-03'), today: day('2026-03-02') }),
    'organs that exist': ({ given }) => {
      const nowhere = 'nowhere' as ReturnType<typeof id>
      const about = [{ as: 'respondent', organ: nowhere, official: null }] as const
      given()
        .when(registered({ organ: nowhere }))
        .refused({ kind: 'unknown-organ', organ: nowhere })
      given().when(registered({ about })).refused({ kind: 'unknown-organ', organ: nowhere })
      given()
        .when(registered({ elsewhere: { organ: nowhere, petition: null, note: null } }))
        .refused({ kind: 'unknown-organ', organ: nowhere })
    },
    'an organ that is still there': ({ given }) =>
      given()
        .when(registered({ organ: id('old-land') }))
        .refused({
          kind: 'organ-not-active',
          organ: id('old-land'),
          successors: [id('county-resources')],
          basis: articleOfRegulations(24, 2),
        }),
  },
)

article('信访工作条例 art. 20 (3): at most five representatives', ['representatives'], {
  'rests on its article': ({ cites }) => cites('representatives', articleOfRegulations(20, 3)),
  'five are registered, for however many stand behind them': ({ given }) => {
    given()
      .when(registered({ people: people(5), headcount: 120 }))
      .accepted()
  },
  'six are not': ({ given }) =>
    given()
      .when(registered({ people: people(6), headcount: 120 }))
      .refused({ kind: 'too-many-representatives', count: 6, atMost: 5, basis: articleOfRegulations(20, 3) }),
  'nor more than there are people': ({ given }) =>
    given()
      .when(registered({ people: people(3), headcount: 2 }))
      .refused({ kind: 'headcount-too-small', headcount: 2, people: 3 }),
})

article(
  '信访工作条例 art. 30 (3): the accused organ does not take the accusation in',
  ['classes.accusation', 'principles.accusationsAreKeptFromTheAccused'],
  {
    'rests on its article': ({ cites }) => cites('classes.accusation', articleOfRegulations(30)),
    'and says where it may not go': ({ given }) =>
      given()
        .when(
          registeredDirectly({
            class: 'accusation',
            about: [organAs('accused', 'county-water'), organAs('accused', 'county-housing')],
          }),
        )
        .refused({ kind: 'organ-is-accused', organ: id('county-housing'), basis: articleOfRegulations(30, 3) }),
  },
)

const bar = (name: SimplifiedBar): Refusal => ({ kind: 'simplified-not-allowed', bar: name, basis: companion('JY22') })
const simplified = (more: Partial<Of<'Register'>> = {}) => registered({ track: 'simplified', ...more })
const quickly = accepted({ track: 'simplified' })

/** Each bar with a history and a command that it refuses, and one beside it that it does not. */
const bars: Readonly<
  Record<SimplifiedBar, { readonly refused: readonly Command[]; readonly allowed: readonly Command[] }>
> = {
  notFirst: { refused: [simplified({ firstTime: false })], allowed: [simplified()] },
  assigned: { refused: [registered(), assigned(), quickly], allowed: [registered(), transferred(), quickly] },
  severalOrgans: {
    refused: [simplified({ about: [organAs('respondent', 'county-housing'), organAs('respondent', 'county-water')] })],
    allowed: [
      simplified({ about: [organAs('respondent', 'county-housing'), organAs('respondent', 'county-housing')] }),
    ],
  },
  collective: { refused: [simplified({ headcount: 5 })], allowed: [simplified({ headcount: 4 })] },
  urgent: {
    refused: [registered(), urgentMarked(), transferred(), quickly],
    allowed: [registered(), transferred(), quickly],
  },
  statutoryRoute: {
    refused: [registered(), transferred(), accepted({ track: 'simplified', route: 'performDuty' })],
    allowed: [registered(), transferred(), accepted({ track: 'ordinary', route: 'performDuty' })],
  },
  accusation: { refused: [simplified({ class: 'accusation' })], allowed: [simplified({ class: 'suggestion' })] },
}

for (const [name, { refused, allowed }] of Object.entries(bars) as [SimplifiedBar, (typeof bars)[SimplifiedBar]][]) {
  const row: Row = `simplified.${name}`
  article(`信访事项简易办理办法: what may not be handled the simple way, ${name}`, [row], {
    'rests on its rule': ({ cites }) => cites(row, companion('JY22')),
    'is refused': ({ given }) =>
      given(...refused.slice(0, -1))
        .when(refused.at(-1) as Command)
        .refused(bar(name)),
    'and its neighbour is not': ({ given }) => {
      given(...allowed.slice(0, -1))
        .when(allowed.at(-1) as Command)
        .accepted()
    },
  })
}

article(
  'ADR 0009: what turns out not to be simple goes on as an ordinary matter',
  ['permissions.LeaveSimplifiedTrack'],
  {
    'when it is assigned': ({ given }) => {
      given(simplified())
        .when(assigned())
        .then({ type: 'SimplifiedTrackLeft' }, { type: 'PetitionAssigned' })
        .onlyRunning('notify', 'objectToTransfer', 'reportBack')
    },
    'when a correction shows that many stand behind it': ({ given }) => {
      given(simplified(), transferred())
        .when({ ...correct('headcount', 5), actor: staff('county-housing'), on: day('2026-03-06') })
        .then({ type: 'PetitionCorrected' }, { type: 'SimplifiedTrackLeft', organ: id('county-housing') })
        .onlyRunning('notify', 'objectToTransfer')
    },
    'but not when a correction changes nothing about that': ({ given }) => {
      given(simplified()).when(correct('category', 'land')).then({ type: 'PetitionCorrected' })
    },
  },
)

const recipients: Readonly<Record<'bureau' | 'organ', readonly UrgentRecipient[]>> = {
  bureau: ['ownParty', 'ownGovernment', 'competentDepartment', 'conferenceOffice', 'upperBureau', 'nationalBureau'],
  organ: ['ownParty', 'ownGovernment', 'competentDepartment', 'conferenceOffice'],
}
const marking = {
  bureau: [registered(), urgentMarked()],
  organ: [registeredDirectly(), urgentMarked({ actor: staff('county-housing') })],
}

for (const by of ['bureau', 'organ'] as const) {
  const rows = recipients[by].map((to): Row => `urgentReports.${by}.${to}`)
  article(`信访工作条例 art. 25: whom a ${by} tells of an urgent matter`, rows, {
    'rests on its article': ({ cites }) => {
      for (const row of rows) cites(row, articleOfRegulations(25))
    },
    'is each of these, each with a clock of its own': ({ given }) => {
      given(...marking[by].slice(0, -1))
        .when(marking[by].at(-1) as Command)
        .then({
          type: 'PetitionMarkedUrgent',
          recipients: recipients[by],
          clocks: recipients[by].map((subject, index) => ({ clock: { id: `reportUrgent#${index + 1}`, subject } })),
        })
    },
    'and each report stops its own': ({ given }) => {
      const actor = staff(by === 'bureau' ? 'county-bureau' : 'county-housing')
      given(...marking[by])
        .when(urgentReported({ to: 'conferenceOffice', actor }))
        .then({ type: 'UrgentReported', to: 'conferenceOffice', clocks: [{ change: 'stopped', id: 'reportUrgent#4' }] })
    },
  })
}

article('信访工作条例 art. 25: reports of an urgent matter', ['permissions.MarkUrgent', 'permissions.ReportUrgent'], {
  'are made once each': ({ given }) =>
    given(registered(), urgentMarked(), urgentReported())
      .when(urgentReported())
      .refused({ kind: 'already-reported', to: 'ownParty' }),
  'need the mark': ({ given }) => given(registered()).when(urgentReported()).refused({ kind: 'not-urgent' }),
  'go to those who must be told': ({ given }) =>
    given(...marking.organ)
      .when(urgentReported({ to: 'nationalBureau', actor: staff('county-housing') }))
      .refused({ kind: 'not-a-recipient', to: 'nationalBureau', basis: articleOfRegulations(25) }),
  'follow from one mark': ({ given }) =>
    given(registered(), urgentMarked()).when(urgentMarked()).refused({ kind: 'already-urgent' }),
})

function correct<F extends Of<'Correct'>['field']>(field: F, to: Of<'Correct'>['to']): Of<'Correct'> {
  return { type: 'Correct', on: day('2026-03-03'), actor: staff('county-bureau'), field, to, reason: sealed('why') }
}

article(
  '信访工作条例 art. 21 (2): what was entered wrongly is corrected, and what it was stays',
  ['permissions.Correct'],
  {
    'as a fact that keeps the old value': ({ given }) => {
      given(registered())
        .when(correct('place', '990102'))
        .then({ type: 'PetitionCorrected', field: 'place', from: '990101', to: '990102', organ: id('county-bureau') })
        .has({ place: '990102' })
    },
    'not to what it is already': ({ given }) =>
      given(registered()).when(correct('place', '990101')).refused({ kind: 'nothing-changed', field: 'place' }),
    'its class only before it is routed, since limits rest on it': ({ given }) => {
      given(registered()).when(correct('class', 'suggestion')).accepted()
      given(...wayTo.routed)
        .when({ ...correct('class', 'suggestion'), on: day('2026-03-06') })
        .refused({ kind: 'too-late-to-correct', field: 'class', stage: 'routed' })
      given(...wayTo.routed)
        .when({ ...correct('firstTime', false), on: day('2026-03-06') })
        .refused({ kind: 'too-late-to-correct', field: 'firstTime', stage: 'routed' })
    },
    'what an accusation says, and that it is one, only by a competent body that has opened it': ({ given }) => {
      const refused = { kind: 'not-the-competent-body', basis: articleOfRegulations(30, 1) } as const
      const accusation = registered({ class: 'accusation' })
      for (const [field, to] of [
        ['class', 'appeal'],
        ['title', sealed('other')],
        ['text', sealed('other')],
      ] as const)
        given(accusation).when(correct(field, to)).refused(refused)
      given(accusation).when(correct('place', '990102')).accepted()
      const actor = staff('county-discipline')
      const own = registered({ class: 'accusation', actor, organ: id('county-discipline') })
      const opening = { type: 'OpenSeal', on: day('2026-03-03'), actor, seal: 'accusation', material: null } as const
      given(own)
        .when({ ...correct('class', 'appeal'), actor })
        .refused({ kind: 'accusation-is-sealed', basis: articleOfRegulations(30, 3) })
      given(own, { ...opening, purpose: 'route', reason: sealed('why') })
        .when({ ...correct('class', 'appeal'), actor })
        .accepted()
    },
    'what a competent body sent back as no accusation, by the bureau again': ({ given }) =>
      given(
        registered({ class: 'accusation' }),
        transferred({ to: id('county-discipline') }),
        objected({ actor: staff('county-discipline') }),
        returned(),
      )
        .when({ ...correct('class', 'appeal'), on: day('2026-03-10') })
        .accepted(),
    'the headcount never below those who are named': ({ given }) =>
      given(registered({ people: people(3), headcount: 3 }))
        .when(correct('headcount', 2))
        .refused({ kind: 'headcount-too-small', headcount: 2, people: 3 }),
    'by the registrar still after it was sent on': ({ given }) => {
      given(...wayTo.routed)
        .when(correct('category', 'land'))
        .then({ type: 'PetitionCorrected', organ: id('county-bureau') })
    },
  },
)

const naming = (account: string | null): Of<'NameClerk'> => ({
  type: 'NameClerk',
  on: day('2026-03-03'),
  actor: headOf('county-bureau'),
  account,
})

article('信访工作条例 art. 14 (2): somebody in the organ works on it', ['permissions.NameClerk'], {
  'by name': ({ given }) => {
    given(registered())
      .when(naming('clerk-7'))
      .then({ type: 'ClerkNamed', account: 'clerk-7', organ: id('county-bureau') })
  },
  'until the name is taken back': ({ given }) => {
    given(registered(), naming('clerk-7')).when(naming(null)).then({ type: 'ClerkNamed', account: null })
  },
  'who is not the one already named': ({ given }) =>
    given(registered(), naming('clerk-7')).when(naming('clerk-7')).refused({ kind: 'nothing-changed', field: 'clerk' }),
  'and is forgotten when the matter goes elsewhere': ({ given }) => {
    given(registered(), naming('clerk-7')).when(transferred()).accepted().has({ clerk: null })
  },
})

article('信访工作条例 art. 19 (1): what is added later', ['permissions.AddMaterial'], {
  'comes from the petitioner, named by reference': ({ given }) => {
    given(registered())
      .when({ type: 'AddMaterial', on: day('2026-03-04'), actor: petitioner(), note: sealed('note'), materials: [] })
      .then({ type: 'MaterialAdded', addedBy: { person: 'p1' } })
  },
  'twenty times a day at most, and more the next day': ({ given }) => {
    const added = (on: string) =>
      ({ type: 'AddMaterial', on: day(on), actor: petitioner(), note: sealed('note'), materials: [] }) as const
    const twenty = Array.from({ length: 20 }, () => added('2026-03-04'))
    given(registered(), ...twenty)
      .when(added('2026-03-04'))
      .refused({ kind: 'too-many-today', atMost: 20 })
    given(registered(), ...twenty)
      .when(added('2026-03-05'))
      .accepted()
  },
  'or from an organ': ({ given }) => {
    given(registered())
      .when({ type: 'AddMaterial', on: day('2026-03-04'), actor: staff('county-bureau'), note: null, materials: [] })
      .then({ type: 'MaterialAdded', addedBy: { organ: id('county-bureau') } })
  },
})

const asked: Of<'AskPetitioner'> = {
  type: 'AskPetitioner',
  on: day('2026-03-12'),
  actor: staff('county-housing'),
  question: sealed('question'),
}
const replied = (question: string): Of<'AnswerQuestion'> => ({
  type: 'AnswerQuestion',
  on: day('2026-03-13'),
  actor: petitioner(),
  question,
  answer: sealed('answer'),
})

article(
  '信访工作条例 art. 31 (6): questions to the petitioner',
  ['permissions.AskPetitioner', 'permissions.AnswerQuestion'],
  {
    'are numbered and answered once': ({ given }) => {
      given(...wayTo.accepted, asked)
        .when(replied('q1'))
        .then({ type: 'QuestionAnswered', ref: 'q1' })
        .when(replied('q1'))
        .refused({ kind: 'question-answered', question: 'q1' })
    },
    'and must have been asked': ({ given }) =>
      given(...wayTo.accepted, asked)
        .when(replied('q2'))
        .refused({ kind: 'unknown-question', question: 'q2' }),
  },
)

const other = '260303123456789'
const linked: Of<'Link'> = {
  type: 'Link',
  on: day('2026-03-04'),
  actor: staff('county-bureau'),
  to: other,
  as: 'member',
  reason: sealed('same-matter'),
}
const unlinked: Of<'Unlink'> = {
  type: 'Unlink',
  on: day('2026-03-06'),
  actor: staff('county-bureau'),
  from: other,
  reason: sealed('not-the-same'),
}

article(
  'ADR 0008: petitions are joined by links, and each keeps its own number, limits and answer',
  ['permissions.Link', 'permissions.Unlink'],
  {
    'rests on that decision': ({ cites }) => {
      cites('permissions.Link', decided('0008'))
      cites('permissions.Unlink', decided('0008'))
    },
    'so a link moves no limit': ({ given }) => {
      given(registered())
        .when(linked)
        .then({ type: 'PetitionsLinked', to: other, as: 'member' })
        .at('registered')
        .onlyRunning('route')
        .clockIs('route', { lastDay: day('2026-03-17') })
    },
    'and is made once': ({ given }) =>
      given(registered(), linked).when(linked).refused({ kind: 'already-linked', to: other }),
    'and can be taken back, leaving both facts': ({ given }) => {
      given(registered(), linked).when(unlinked).then({ type: 'PetitionsUnlinked', from: other }).has({ links: [] })
    },
    'but only where there is one': ({ given }) =>
      given(registered()).when(unlinked).refused({ kind: 'not-linked', to: other }),
  },
)
