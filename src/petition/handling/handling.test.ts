import { addDays, day } from '../../kernel/day.ts'
import { article as articleOfRegulations, rule as companion, decided } from '../../law/basis.ts'
import type { DeclineGround, DocumentKind, Outcome, RequiredPart, RouteName, ServiceWay } from '../../law/law.ts'
import {
  accepted,
  announced,
  declined,
  directed,
  dutyAnswered,
  executed,
  extended,
  extensionTakenBack,
  headOf,
  heard,
  hearingClosed,
  hearingOpened,
  house,
  id,
  inHandOf,
  issued,
  lapsed,
  person,
  petitioner,
  quashedByReview,
  rated,
  reexaminationIssued,
  reexaminationRequested,
  registered,
  registeredDirectly,
  reviewIssued,
  reviewRequested,
  reviewServed,
  sealed,
  served,
  settled,
  signedRecord,
  staff,
  suggestionConcluded,
  supportedOpinion,
  transferred,
  wayTo,
  withdrawn,
} from '../examples.ts'
import type { Command, Of } from '../petition.ts'
import { article, type Row, type Spec } from '../spec.ts'
import type { ServiceProof } from './words.ts'

const suggestion = [registered({ class: 'suggestion' }), transferred(), accepted({ route: null })] as const
const duty = [registered(), transferred(), accepted({ route: 'performDuty' })] as const
const two = { people: [person('p1'), person('p2')], headcount: 2 }

article(
  '信访工作条例 art. 23, 29–31: acceptance follows the class of the matter',
  [
    'permissions.Accept',
    'classes.appeal',
    'classes.suggestion',
    'classes.accusation',
    'principles.onlyTheCompetentBodyHandlesAccusations',
  ],
  {
    'rests on the article of each class': ({ cites }) => {
      cites('classes.suggestion', articleOfRegulations(29))
      cites('classes.accusation', articleOfRegulations(30))
      cites('classes.appeal', articleOfRegulations(31))
    },
    'with the notice of receipt': ({ given }) => {
      given(...wayTo.routed)
        .when(accepted())
        .then({ type: 'PetitionAccepted', document: 'd1', route: 'handlingOpinion', organ: id('county-housing') })
        .at('accepted')
        .has({ acceptedOn: '2026-03-10', documents: [{ ref: 'd1', kind: 'receiptNotice' }] })
    },
    'an appeal with its route': ({ given }) =>
      given(...wayTo.routed)
        .when(accepted({ route: null }))
        .refused({ kind: 'route-does-not-fit', class: 'appeal', route: null, basis: articleOfRegulations(31) }),
    'a suggestion without one': ({ given }) => {
      given(...suggestion).onlyRunning('replyToSuggestion')
      given(...suggestion.slice(0, 2))
        .when(accepted())
        .refused({
          kind: 'route-does-not-fit',
          class: 'suggestion',
          route: 'handlingOpinion',
          basis: articleOfRegulations(29),
        })
    },
    'an accusation not by the bureau, which may not read it': ({ given }) =>
      given(registered({ class: 'accusation' }))
        .when(accepted({ actor: staff('county-bureau'), route: null, on: day('2026-03-05') }))
        .refused({ kind: 'not-the-competent-body', basis: articleOfRegulations(30, 1) }),
    'an accusation without one': ({ given }) =>
      given(registered({ class: 'accusation' }), transferred({ to: id('county-discipline') }))
        .when(accepted({ actor: staff('county-discipline') }))
        .refused({
          kind: 'route-does-not-fit',
          class: 'accusation',
          route: 'handlingOpinion',
          basis: articleOfRegulations(30),
        }),
  },
)

const routes: Readonly<Record<RouteName, 1 | 2 | 3 | 4 | 5 | 6>> = {
  judicialProcedure: 1,
  arbitration: 2,
  partyProcedure: 3,
  administrativeProcedure: 4,
  performDuty: 5,
  handlingOpinion: 6,
}
for (const [name, number] of Object.entries(routes) as [RouteName, 1 | 2 | 3 | 4 | 5 | 6][]) {
  const row: Row = `routes.${name}`
  const basis = articleOfRegulations(31, 1, number)
  article(`信访工作条例 art. 31 item ${number}: ${name}`, [row], {
    'rests on its item': ({ cites, same, world }) => {
      cites(row, basis)
      same(world.law.routes[name].number, number)
    },
    [number < 5 ? 'leads out to its own procedure' : 'is not led out']: ({ given }) => {
      const directing = given(...wayTo.routed).when(directed({ route: name }))
      if (number >= 5) return directing.refused({ kind: 'route-does-not-fit', class: 'appeal', route: name, basis })
      directing
        .then({ type: 'PetitionDirected', route: name, document: 'd1' })
        .at('directed')
        .has({ endedOn: '2026-03-10' })
        .onlyRunning()
    },
    'is for appeals only': ({ given }) =>
      given(registered({ class: 'suggestion' }), transferred())
        .when(directed({ route: name }))
        .refused({ kind: 'route-does-not-fit', class: 'suggestion', route: name, basis }),
  })
}

article(
  '信访工作条例 art. 31: the route decides what may be answered',
  ['permissions.Direct', 'permissions.AnswerDuty', 'permissions.IssueOpinion'],
  {
    'a duty by performing it, which closes the matter once everyone has the reply': ({ given }) => {
      given(...duty)
        .when(dutyAnswered())
        .then({ type: 'DutyAnswered', document: 'd2', performed: true })
        .at('answered')
        .when(served())
        .then({ type: 'DocumentServed', toAll: true }, { type: 'PetitionClosed', organ: null })
        .onlyRunning()
    },
    'a duty not by an opinion': ({ given }) =>
      given(...duty, heard())
        .when(issued())
        .refused({
          kind: 'route-does-not-fit',
          class: 'appeal',
          route: 'performDuty',
          basis: articleOfRegulations(31, 1, 6),
        }),
    'a claim not by performing a duty': ({ given }) =>
      given(...wayTo.accepted)
        .when(dutyAnswered())
        .refused({
          kind: 'route-does-not-fit',
          class: 'appeal',
          route: 'handlingOpinion',
          basis: articleOfRegulations(31, 1, 5),
        }),
    'an accepted matter still leads out when that turns out to be its way': ({ given }) => {
      given(...wayTo.accepted)
        .when(directed({ on: day('2026-03-20') }))
        .accepted()
        .at('directed')
    },
  },
)

interface Ground {
  readonly basis: ReturnType<typeof articleOfRegulations> | ReturnType<typeof companion>
  /** Declined here, with what the ground needs. */
  readonly fits: readonly Command[]
  /** Each history refused, with what was missing. */
  readonly fitsNot: Readonly<
    Record<string, { readonly given: readonly Command[]; readonly needs: string; readonly basis?: object }>
  >
}
const elsewhere = { elsewhere: { organ: id('county-water'), petition: null, note: null } }
const direct = (more: Partial<Of<'DeclineAcceptance'>>) => declined({ earlier: null, ...more })
const notOurs = { ground: 'notWithinCompetence', competent: id('county-water') } as const
const skipped = { ground: 'levelSkipped', competent: id('township') } as const
const grounds: Readonly<Record<DeclineGround, Ground>> = {
  sameMatterInProgress: {
    basis: articleOfRegulations(19, 3),
    fits: [registered(elsewhere), transferred(), direct({ ground: 'sameMatterInProgress' })],
    fitsNot: {
      'nothing known of it elsewhere': {
        given: [...wayTo.routed, direct({ ground: 'sameMatterInProgress' })],
        needs: 'matterElsewhere',
      },
    },
  },
  alreadyReexamined: {
    basis: articleOfRegulations(36, 3),
    fits: [...wayTo.routed, declined()],
    fitsNot: {
      'no earlier petition named': { given: [...wayTo.routed, declined({ earlier: null })], needs: 'earlierPetition' },
    },
  },
  notWithinCompetence: {
    basis: articleOfRegulations(23, 1),
    fits: [registeredDirectly(), direct(notOurs)],
    fitsNot: {
      'no competent organ named': {
        given: [registeredDirectly(), direct({ ...notOurs, competent: null })],
        needs: 'competentOrgan',
      },
      'a matter that was forwarded, which is objected to instead': {
        given: [...wayTo.routed, direct(notOurs)],
        needs: 'receivedDirectly',
        basis: articleOfRegulations(23, 3),
      },
      'a bureau, which routes it instead': {
        given: [registered(), direct({ ...notOurs, actor: staff('county-bureau') })],
        needs: 'otherThanBureau',
        basis: articleOfRegulations(22, 1),
      },
    },
  },
  levelSkipped: {
    basis: companion('ZJZF14', 4),
    fits: [registeredDirectly({ channel: 'visit' }), direct(skipped)],
    fitsNot: {
      'no lower organ named': {
        given: [registeredDirectly({ channel: 'visit' }), direct({ ...skipped, competent: null })],
        needs: 'lowerOrgan',
      },
      'a letter, which skips nothing': { given: [registeredDirectly(), direct(skipped)], needs: 'visit' },
      'a matter that was forwarded': {
        given: [registered({ channel: 'visit' }), transferred(), direct(skipped)],
        needs: 'receivedDirectly',
        basis: articleOfRegulations(23, 3),
      },
    },
  },
}
for (const [ground, { basis, fits, fitsNot }] of Object.entries(grounds) as [DeclineGround, Ground][]) {
  const row: Row = `declineGrounds.${ground}`
  article(
    `Declining acceptance (不予受理): ${ground}`,
    [row, 'principles.bureausRoute', 'principles.wrongForwardingIsObjectedTo'],
    {
      'rests on its article': ({ cites }) => cites(row, basis),
      'with what it needs, ends the matter and leaves a notice': ({ given }) => {
        given(...fits.slice(0, -1))
          .when(fits.at(-1) as Command)
          .then({ type: 'AcceptanceDeclined', ground, document: 'd1' })
          .at('declined')
          .onlyRunning()
      },
      ...Object.fromEntries(
        Object.entries(fitsNot).map(([why, { given: history, needs, basis: its }]) => [
          `is refused for ${why}`,
          ({ given }: Spec) =>
            given(...history.slice(0, -1))
              .when(history.at(-1) as Command)
              .refused({ kind: 'ground-does-not-fit', ground, needs, basis: (its ?? basis) as typeof basis }),
        ]),
      ),
    },
  )
}
article('Declining acceptance (不予受理)', ['permissions.DeclineAcceptance'], {
  'names organs that are there': ({ given }) =>
    given(registeredDirectly())
      .when(direct({ ground: 'notWithinCompetence', competent: id('old-salt') }))
      .refusedAs('organ-not-active'),
  'is not for a bureau where the accusation is one that it may not read (art. 30 (1))': ({ given }) => {
    given(registered({ class: 'accusation' }))
      .when(declined({ actor: staff('county-bureau'), on: day('2026-03-05') }))
      .refused({ kind: 'not-the-competent-body', basis: articleOfRegulations(30, 1) })
    const actor = staff('county-discipline')
    given(registered({ class: 'accusation', actor, organ: id('county-discipline') }))
      .when(declined({ actor }))
      .accepted()
  },
})

article(
  '信访工作条例 art. 31 item 6: the petitioner is heard before an opinion',
  ['permissions.RecordContact', 'permissions.AddEvidence', 'principles.petitionersAreHeard'],
  {
    'an opinion without it is refused': ({ given }) =>
      given(...wayTo.accepted)
        .when(issued())
        .refused({ kind: 'not-heard', basis: articleOfRegulations(31, 1, 6) }),
    'a call in which nothing was stated is not a hearing': ({ given }) => {
      given(...wayTo.accepted, heard({ way: 'phone', heard: false }))
        .when(issued())
        .refusedAs('not-heard')
    },
    'one statement is enough, before or after other contacts': ({ given }) => {
      given(...wayTo.accepted, heard(), heard({ heard: false }))
        .when(issued())
        .accepted()
        .has({ contacts: 2 })
    },
    'what was found is kept': ({ given }) => {
      given(...wayTo.accepted)
        .when({
          type: 'AddEvidence',
          on: day('2026-03-16'),
          actor: staff('county-housing'),
          note: sealed('found'),
          materials: [],
        })
        .then({ type: 'EvidenceAdded', organ: id('county-housing') })
    },
  },
)

article(
  '信访工作条例 art. 31 item 6: hearings while handling',
  ['permissions.OpenHearing', 'permissions.CloseHearing'],
  {
    'are held one at a time': ({ given }) =>
      given(...wayTo.accepted, hearingOpened())
        .when(hearingOpened())
        .refused({ kind: 'hearing-open', ref: 'h1' }),
    'keep the opinion back until they are closed': ({ given }) => {
      given(...wayTo.accepted, heard(), hearingOpened())
        .when(issued())
        .refused({ kind: 'hearing-open', ref: 'h1' })
      given(...wayTo.accepted, heard(), hearingOpened(), hearingClosed())
        .when(issued())
        .accepted()
    },
    'do not stop the 60 days': ({ given }) => {
      given(...wayTo.accepted)
        .when(hearingOpened())
        .then({ type: 'HearingOpened', stage: 'handling', ref: 'h1', clocks: [] })
        .when(hearingClosed())
        .then({ type: 'HearingClosed', ref: 'h1' })
        .clockIs('handle', { state: 'running', lastDay: day('2026-05-09'), suspensions: [] })
    },
    'are announced for a day that has not gone by': ({ given }) => {
      const [on, before] = [day('2026-03-24'), day('2026-03-23')]
      given(...wayTo.accepted)
        .when(hearingOpened({ on, heldOn: before }))
        .refused({ kind: 'not-before-today', day: before, today: on })
      given(...wayTo.accepted)
        .when(hearingOpened({ on, heldOn: on }))
        .then({ type: 'HearingOpened', heldOn: on })
    },
    'are closed only when open': ({ given }) =>
      given(...wayTo.accepted)
        .when(hearingClosed())
        .refused({ kind: 'no-hearing-open' }),
  },
)

const proposed: Of<'ProposeMediation'> = {
  type: 'ProposeMediation',
  on: day('2026-03-16'),
  actor: staff('county-housing'),
  mediator: sealed('mediator'),
  about: sealed('about'),
}
const consenting = (more: Partial<Of<'AnswerMediation'>>): Of<'AnswerMediation'> => ({
  type: 'AnswerMediation',
  on: day('2026-03-17'),
  actor: petitioner(),
  party: 'petitioner',
  consents: true,
  signed: null,
  ...more,
})
const byOther = consenting({ actor: staff('county-housing'), party: 'otherParty', signed: signedRecord })
const agreed: Of<'EndMediation'> = {
  type: 'EndMediation',
  on: day('2026-03-23'),
  actor: staff('county-housing'),
  agreement: sealed('agreement'),
  note: sealed('note'),
}

article(
  '信访工作条例 art. 33: mediation, with the consent of both sides',
  [
    'permissions.ProposeMediation',
    'permissions.AnswerMediation',
    'permissions.EndMediation',
    'principles.mediationNeedsConsent',
  ],
  {
    'gives an agreement': ({ given }) => {
      given(...wayTo.accepted, proposed, consenting({}), byOther)
        .when(agreed)
        .then({ type: 'MediationEnded', ref: 'm1', document: 'd2' })
        .has({ documents: [{ kind: 'receiptNotice' }, { kind: 'settlementAgreement' }] })
        .at('accepted')
    },
    'never without the other side': ({ given }) =>
      given(...wayTo.accepted, proposed, consenting({}))
        .when(agreed)
        .refused({ kind: 'consent-missing', parties: ['otherParty'], basis: articleOfRegulations(33) }),
    'nor against a consent that was taken back': ({ given }) =>
      given(...wayTo.accepted, proposed, consenting({}), byOther, consenting({ consents: false }))
        .when(agreed)
        .refused({ kind: 'consent-missing', parties: ['petitioner'], basis: articleOfRegulations(33) }),
    'may end without one': ({ given }) => {
      given(...wayTo.accepted, proposed)
        .when({ ...agreed, agreement: null })
        .then({ type: 'MediationEnded', document: null })
    },
    'hears the petitioner only by the own key or a signed record': ({ given }) =>
      given(...wayTo.accepted, proposed)
        .when(consenting({ actor: staff('county-housing') }))
        .refused({ kind: 'needs-own-key-or-signature', command: 'AnswerMediation' }),
    'lets a mind be changed, ten times a day at most': ({ given }) => {
      const ten = Array.from({ length: 10 }, (_, at) => consenting({ consents: at % 2 === 0 }))
      given(...wayTo.accepted, proposed, ...ten)
        .when(consenting({}))
        .refused({ kind: 'too-many-today', atMost: 10 })
      given(...wayTo.accepted, proposed, ...ten)
        .when(byOther)
        .accepted()
    },
    'never lets a petitioner speak for the other side': ({ given }) => {
      given(...wayTo.accepted, proposed)
        .when(consenting({ party: 'otherParty' }))
        .then({ type: 'MediationAnswered', party: 'petitioner' })
    },
    'is held one at a time': ({ given }) => {
      given(...wayTo.accepted, proposed)
        .when(proposed)
        .refused({ kind: 'mediation-open', ref: 'm1' })
      given(...wayTo.accepted)
        .when(agreed)
        .refused({ kind: 'no-mediation-open' })
      given(...wayTo.accepted)
        .when(consenting({}))
        .refused({ kind: 'no-mediation-open' })
    },
  },
)

const due = day('2026-05-09')
article(
  '信访工作条例 art. 34: extension by at most 30 days in all, by the head, in time',
  ['clocks.handle', 'permissions.ExtendHandling'],
  {
    'to the thirtieth day': ({ given }) => {
      given(...wayTo.accepted)
        .when(extended({ until: addDays(due, 30) }))
        .then({
          type: 'HandlingExtended',
          due: day('2026-06-08'),
          document: 'd2',
          approvedBy: 'clerk-of-county-housing',
        })
        .clockIs('handle', { lastDay: day('2026-06-08'), originally: due })
    },
    'not to the thirty-first': ({ given }) =>
      given(...wayTo.accepted)
        .when(extended({ until: addDays(due, 31) }))
        .refused({ kind: 'extension-too-long', atMost: day('2026-06-08'), basis: articleOfRegulations(34) }),
    'in several parts, counted together': ({ given }) => {
      const parts = [
        extended({ until: addDays(due, 10) }),
        extended({ on: day('2026-05-10'), until: addDays(due, 21) }),
      ]
      given(...wayTo.accepted, ...parts)
        .when(extended({ on: day('2026-05-20'), until: addDays(due, 30) }))
        .accepted()
      given(...wayTo.accepted, ...parts)
        .when(extended({ on: day('2026-05-20'), until: addDays(due, 31) }))
        .refused({ kind: 'extension-too-long', atMost: day('2026-06-08'), basis: articleOfRegulations(34) })
    },
    'never to an earlier or the same day': ({ given }) => {
      given(...wayTo.accepted)
        .when(extended({ until: due }))
        .refused({ kind: 'not-an-extension', due })
      given(...wayTo.accepted)
        .when(extended({ until: addDays(due, -5) }))
        .refused({ kind: 'not-an-extension', due })
    },
    'on the last day, not after it': ({ given }) => {
      given(...wayTo.accepted)
        .when(extended({ on: due }))
        .accepted()
      given(...wayTo.accepted)
        .when(extended({ on: addDays(due, 1) }))
        .refused({ kind: 'right-lapsed', clock: 'ExtendHandling', lastDay: due, basis: articleOfRegulations(34) })
    },
    'by the head of the organ': ({ given }) =>
      given(...wayTo.accepted)
        .when(extended({ actor: staff('county-housing') }))
        .refused({ kind: 'needs-the-head', command: 'ExtendHandling', basis: articleOfRegulations(34) }),
    'of the handling only': ({ given }) => {
      given(...duty)
        .when(extended())
        .refused({ kind: 'nothing-to-extend', basis: articleOfRegulations(34) })
      given(...suggestion)
        .when(extended())
        .refused({ kind: 'nothing-to-extend', basis: articleOfRegulations(34) })
    },
  },
)

const outcomes: Readonly<Record<Outcome, { readonly item: number; readonly executed: boolean }>> = {
  supported: { item: 1, executed: true },
  explained: { item: 2, executed: false },
  notSupported: { item: 3, executed: false },
}
for (const [outcome, { item, executed: isExecuted }] of Object.entries(outcomes) as [
  Outcome,
  (typeof outcomes)[Outcome],
][]) {
  const row: Row = `outcomes.${outcome}`
  const answers = [{ claim: 'c1', outcome, answer: sealed('answer') }]
  article(`信访工作条例 art. 32 (1) item ${item}: ${outcome}`, [row, 'principles.whatIsSupportedIsCarriedOut'], {
    'rests on its item': ({ cites }) => cites(row, articleOfRegulations(32, 1, item)),
    [isExecuted ? 'needs a day to be carried out by' : 'needs no day']: ({ given }) => {
      const opinion = given(...wayTo.accepted, heard()).when(issued({ answers, executeBy: null }))
      if (isExecuted) opinion.refused({ kind: 'execution-day-missing', basis: articleOfRegulations(32, 2) })
      else opinion.then({ type: 'OpinionIssued', executeBy: null }).onlyRunning('handle')
    },
    [isExecuted ? 'and is then owed by it' : 'and takes none']: ({ given }) => {
      const opinion = given(...wayTo.accepted, heard())
        .when(issued({ answers, executeBy: day('2026-06-30') }))
        .accepted()
      if (isExecuted) opinion.onlyRunning('handle', 'execute')
      else opinion.has({ executeBy: null }).onlyRunning('handle')
    },
  })
}

article(
  '信访工作条例 art. 32: the handling opinion',
  ['permissions.IssueOpinion', 'permissions.RecordExecution', 'clocks.execute', 'principles.everyClaimIsAnswered'],
  {
    'answers every claim': ({ given }) => {
      const claims = [
        { ref: 'c1', text: sealed('one') },
        { ref: 'c2', text: sealed('two') },
        { ref: 'c3', text: sealed('three') },
      ]
      given(...inHandOf({ claims }), heard())
        .when(issued({ answers: [{ claim: 'c2', outcome: 'explained', answer: sealed('a') }] }))
        .refused({ kind: 'claim-unanswered', claims: ['c1', 'c3'], basis: articleOfRegulations(32, 1) })
    },
    'answers none that was not made': ({ given }) =>
      given(...wayTo.accepted, heard())
        .when(issued({ answers: [{ claim: 'c9', outcome: 'explained', answer: sealed('a') }] }))
        .refused({ kind: 'unknown-claim', claim: 'c9' }),
    'is carried out from the day it is given, not before': ({ given }) => {
      given(...wayTo.accepted, heard())
        .when(supportedOpinion({ executeBy: day('2026-04-19') }))
        .refused({ kind: 'day-before-the-matter', day: day('2026-04-19'), from: day('2026-04-20') })
      given(...wayTo.accepted, heard())
        .when(supportedOpinion({ executeBy: day('2026-04-20') }))
        .accepted()
    },
    'once carried out is carried out': ({ given }) => {
      given(...wayTo.accepted, heard(), supportedOpinion(), served(), executed())
        .when(executed())
        .refused({ kind: 'nothing-to-execute' })
      given(...wayTo.served)
        .when(executed())
        .refused({ kind: 'nothing-to-execute' })
    },
    'keeps the matter open until it is': ({ given }) => {
      given(...wayTo.accepted, heard(), supportedOpinion(), served(), lapsed())
        .at('served')
        .onlyRunning('execute')
        .when(executed())
        .then({ type: 'ExecutionRecorded' }, { type: 'PetitionClosed' })
        .at('closed')
    },
  },
)

/** Each kind with the parts that the pack asks of it, and a history after which it is there. */
interface Document {
  readonly basis: object
  readonly parts: readonly RequiredPart[]
  readonly served: boolean
  readonly given: readonly Command[]
}
const asked = (part: string, basis: RequiredPart['basis']): RequiredPart => ({ part, basis })
const documents: Readonly<Record<Exclude<DocumentKind, 'destinationNotice' | 'reportBack'>, Document>> = {
  receiptNotice: {
    basis: articleOfRegulations(23, 3),
    parts: [asked('procedure', articleOfRegulations(23, 3))],
    served: false,
    given: wayTo.accepted,
  },
  declineNotice: {
    basis: articleOfRegulations(19, 3),
    parts: [asked('reasons', articleOfRegulations(44, 1, 3))],
    served: false,
    given: wayTo.declined,
  },
  directionNotice: {
    basis: articleOfRegulations(31, 1),
    parts: [asked('to', articleOfRegulations(31, 1)), asked('explanation', articleOfRegulations(22, 2))],
    served: false,
    given: wayTo.directed,
  },
  extensionNotice: {
    basis: articleOfRegulations(34),
    parts: [asked('reason', articleOfRegulations(34))],
    served: false,
    given: [...wayTo.accepted, extended()],
  },
  extensionRevocation: {
    basis: decided('0024'),
    parts: [asked('reason', decided('0024'))],
    served: false,
    given: [...wayTo.accepted, extended(), extensionTakenBack()],
  },
  handlingOpinion: {
    basis: articleOfRegulations(32, 1),
    parts: [
      asked('facts', articleOfRegulations(32, 1)),
      asked('answers', articleOfRegulations(32, 1)),
      asked('legalBasis', articleOfRegulations(32, 1)),
      asked('remedy', decided('0011')),
    ],
    served: true,
    given: wayTo.answered,
  },
  simplifiedAnswer: {
    basis: companion('JY16'),
    parts: [asked('answers', companion('JY16'))],
    served: true,
    given: [registered({ track: 'simplified' }), transferred(), accepted({ track: 'simplified' }), issued()],
  },
  dutyAnswer: {
    basis: articleOfRegulations(31, 1, 5),
    parts: [asked('answer', articleOfRegulations(31, 1, 5)), asked('legalBasis', articleOfRegulations(31, 1, 5))],
    served: true,
    given: [...duty, dutyAnswered()],
  },
  suggestionReply: {
    basis: articleOfRegulations(29, 1),
    parts: [asked('reply', articleOfRegulations(29, 1))],
    served: true,
    given: [...suggestion, suggestionConcluded()],
  },
  settlementAgreement: {
    basis: articleOfRegulations(33),
    parts: [asked('agreement', articleOfRegulations(33))],
    served: false,
    given: wayTo.settled,
  },
  reviewOpinion: {
    basis: articleOfRegulations(35),
    parts: [
      asked('facts', decided('0011')),
      asked('opinion', articleOfRegulations(35)),
      asked('legalBasis', decided('0011')),
    ],
    served: true,
    given: wayTo.reviewIssued,
  },
  reexaminationOpinion: {
    basis: articleOfRegulations(36, 1),
    parts: [
      asked('facts', decided('0011')),
      asked('opinion', articleOfRegulations(36, 1)),
      asked('legalBasis', decided('0011')),
    ],
    served: true,
    given: wayTo.reexaminationIssued,
  },
}
for (const [kind, { basis, parts, served: isServed, given: history }] of Object.entries(documents) as [
  DocumentKind,
  Document,
][]) {
  const row: Row = `documents.${kind}`
  article(`What a document contains: ${kind}`, [row], {
    'rests on its article': ({ cites }) => cites(row, basis as RequiredPart['basis']),
    'asks for its parts, and the document has them': ({ same, world, given }) => {
      const rule = world.law.documents[kind]
      same(rule.parts, parts)
      same(rule.served, isServed)
      const document = given(...history).petition.documents.at(-1)
      const has = { ...document?.parts, ...(document?.answers.length ? { answers: document.answers } : {}) }
      same({ kind: document?.kind, served: document?.served }, { kind, served: isServed })
      for (const { part } of rule.parts) same(part in has, true)
    },
  })
}

article(
  '信访工作条例 art. 32 (1): an opinion without one of its parts is not issued',
  ['documents.handlingOpinion', 'documents.simplifiedAnswer'],
  {
    'such as the remedy': ({ given }) =>
      given(...wayTo.accepted, heard())
        .when(issued({ remedy: null }))
        .refused({ kind: 'part-missing', document: 'handlingOpinion', part: 'remedy', basis: decided('0011') }),
    'which a simple answer may leave out': ({ given }) => {
      given(registered({ track: 'simplified' }), transferred(), accepted({ track: 'simplified' }))
        .when(issued({ remedy: null }))
        .then({ type: 'OpinionIssued', kind: 'simplifiedAnswer' })
    },
  },
)

article(
  '信访工作条例 art. 23 (1), 22 (1) item 3: what is told without a document of its own',
  ['documents.destinationNotice', 'documents.reportBack'],
  {
    'where a matter was sent, by the hop that the petitioner sees': ({ cites, same, world, given }) => {
      cites('documents.destinationNotice', articleOfRegulations(23, 1))
      same(world.law.documents.destinationNotice, { served: false, parts: [], basis: articleOfRegulations(23, 1) })
      given(...wayTo.routed).has({
        hops: [{ on: '2026-03-05', from: 'county-bureau', to: 'county-housing' }],
        documents: [],
      })
    },
    'what came of an assignment, by course and result': ({ cites, same, world }) => {
      cites('documents.reportBack', articleOfRegulations(22, 1, 3))
      const basis = articleOfRegulations(22, 1, 3)
      same(world.law.documents.reportBack, {
        served: false,
        parts: [asked('report', basis), asked('result', basis)],
        basis,
      })
    },
  },
)

const proofs: Readonly<
  Record<ServiceWay, { readonly basis: object; readonly proof: ServiceProof; readonly needs: readonly string[] }>
> = {
  direct: { basis: companion('MSSS', 88), proof: { signature: sealed('s') }, needs: ['signature'] },
  adultFamily: { basis: companion('MSSS', 88), proof: { signature: sealed('s') }, needs: ['signature'] },
  left: {
    basis: companion('MSSS', 89),
    proof: { witness: sealed('w'), photo: sealed('p') },
    needs: ['witness', 'photo'],
  },
  electronic: { basis: companion('MSSS', 90), proof: { consent: true }, needs: ['consent'] },
  post: { basis: companion('MSSS', 91), proof: { postalReceipt: sealed('r') }, needs: ['postalReceipt'] },
  announcement: { basis: companion('MSSS', 95), proof: {}, needs: ['publication'] },
  phone: { basis: companion('JY16'), proof: { record: sealed('r') }, needs: ['record'] },
}
const reachable = { people: [person('p1', { electronicService: true })] }
const quick = (more: Partial<Of<'Register'>>) => [
  registered({ track: 'simplified', ...more }),
  transferred(),
  accepted({ track: 'simplified' }),
  issued(),
]
for (const [way, { basis, proof, needs }] of Object.entries(proofs) as [ServiceWay, (typeof proofs)[ServiceWay]][]) {
  const row: Row = `serviceWays.${way}`
  const on = way === 'announcement' ? day('2026-05-21') : day('2026-04-22')
  const unannounced = way === 'phone' ? quick(reachable) : [...inHandOf(reachable), heard(), issued()]
  const history = way === 'announcement' ? [...unannounced, announced()] : unannounced
  article(`民事诉讼法 by analogy: service ${way}`, [row, 'permissions.Serve'], {
    'rests on its article': ({ cites, same, world }) => {
      cites(row, basis as RequiredPart['basis'])
      same(world.law.serviceWays[way].runsDays, way === 'announcement' ? 30 : 0)
    },
    'with its proof starts the right to ask for review': ({ given }) => {
      given(...history)
        .when(served({ way, proof, on, servedOn: on }))
        .then({ type: 'DocumentServed', way, servedOn: on, toAll: true })
        .onlyRunning('requestReview')
        .clockIs('requestReview', { from: on })
    },
    'without its proof does not count': ({ given }) =>
      given(...unannounced)
        .when(served({ way, proof: {}, on, servedOn: on }))
        .refused({ kind: 'proof-missing', way, missing: needs, basis: basis as RequiredPart['basis'] }),
    'needs every piece of it': ({ given, same }) => {
      same(Object.keys(proof).length, way === 'announcement' ? 0 : needs.length)
      for (const missing of Object.keys(proof)) {
        const { [missing as keyof ServiceProof]: _, ...rest } = proof
        given(...history)
          .when(served({ way, proof: rest, on, servedOn: on }))
          .refusedAs('proof-missing')
      }
    },
  })
}

article(
  '民事诉讼法 by analogy: what service may not be',
  ['serviceWays.phone', 'serviceWays.electronic', 'serviceWays.announcement', 'permissions.Serve'],
  {
    'by telephone, except on the simplified track': ({ given }) => {
      const byPhone = served({ way: 'phone', proof: { record: sealed('r') } })
      given(...wayTo.answered)
        .when(byPhone)
        .refused({ kind: 'way-only-simplified', way: 'phone', basis: companion('JY16') })
      given(
        registered({ class: 'suggestion', track: 'simplified' }),
        transferred(),
        accepted({ route: null, track: 'simplified' }),
        suggestionConcluded(),
      )
        .when(byPhone)
        .accepted()
    },
    'electronic without the petitioner’s consent': ({ given }) =>
      given(...wayTo.answered)
        .when(served({ way: 'electronic', proof: { consent: true } }))
        .refusedAs('proof-missing'),
    'an announcement before its thirty days are over': ({ given }) => {
      const byAnnouncement = { way: 'announcement', proof: {} } as const
      given(...wayTo.answered, announced())
        .when(served({ ...byAnnouncement, on: day('2026-05-20'), servedOn: day('2026-05-20') }))
        .refused({ kind: 'announcement-still-running', until: day('2026-05-21'), basis: companion('MSSS', 95) })
      given(...wayTo.answered, announced())
        .when(served({ ...byAnnouncement, on: day('2026-05-22'), servedOn: day('2026-04-21') }))
        .refused({ kind: 'announcement-still-running', until: day('2026-05-21'), basis: companion('MSSS', 95) })
    },
    'before the document was issued': ({ given }) =>
      given(...wayTo.answered)
        .when(served({ servedOn: day('2026-04-19') }))
        .refused({ kind: 'served-before-issued', issuedOn: day('2026-04-20') }),
    'on a day that has not come': ({ given }) =>
      given(...wayTo.answered)
        .when(served({ servedOn: day('2026-04-23') }))
        .refused({ kind: 'day-in-the-future', day: day('2026-04-23'), today: day('2026-04-22') }),
    twice: ({ given }) =>
      given(...wayTo.served)
        .when(served({ on: day('2026-04-24'), servedOn: day('2026-04-24') }))
        .refused({ kind: 'already-served', document: 'd2', person: 'p1', on: day('2026-04-22') }),
    'to a stranger': ({ given }) =>
      given(...wayTo.answered)
        .when(served({ person: 'p7' }))
        .refused({ kind: 'unknown-person', person: 'p7' }),
    'of a document that is only handed over, or is not there': ({ given }) => {
      given(...wayTo.answered)
        .when(served({ document: 'd1' }))
        .refused({ kind: 'not-a-served-document', document: 'd1' })
      given(...wayTo.answered)
        .when(served({ document: 'd9' }))
        .refused({ kind: 'unknown-document', document: 'd9' })
    },
  },
)

article(
  '民事诉讼法 art. 95 by analogy: a document is announced where no other way reaches the petitioner',
  ['permissions.AnnounceDocument', 'serviceWays.announcement', 'permissions.Serve'],
  {
    'for thirty days, with the reason kept in the file': ({ given }) =>
      given(...wayTo.answered)
        .when(announced())
        .then({
          type: 'DocumentAnnounced',
          on: day('2026-04-21'),
          organ: 'county-housing',
          document: 'd2',
          kind: 'handlingOpinion',
          until: day('2026-05-21'),
          reason: sealed('not-found'),
        })
        .at('answered')
        .running('handle')
        .notRunning('requestReview'),
    'and counts as served on the thirtieth day, not before; the right to ask for review runs from then': ({
      given,
    }) => {
      const onDay = (on: string) => served({ way: 'announcement', proof: {}, on: day(on), servedOn: day(on) })
      given(...wayTo.answered, announced())
        .when(onDay('2026-05-20'))
        .refused({ kind: 'announcement-still-running', until: day('2026-05-21'), basis: companion('MSSS', 95) })
      given(...wayTo.answered, announced())
        .when(onDay('2026-05-21'))
        .then({
          type: 'DocumentServed',
          way: 'announcement',
          servedOn: day('2026-05-21'),
          proof: { publishedOn: day('2026-04-21') },
        })
        .at('served')
        .clockIs('requestReview', { from: day('2026-05-21'), lastDay: day('2026-06-22') })
    },
    'but not where it was never announced': ({ given }) =>
      given(...wayTo.answered)
        .when(served({ way: 'announcement', proof: {}, on: day('2026-05-21'), servedOn: day('2026-05-21') }))
        .refused({
          kind: 'proof-missing',
          way: 'announcement',
          missing: ['publication'],
          basis: companion('MSSS', 95),
        }),
    'while who comes for it meanwhile is served by hand, on that day': ({ given }) =>
      given(...wayTo.answered, announced())
        .when(served({ on: day('2026-05-01'), servedOn: day('2026-05-01') }))
        .then({ type: 'DocumentServed', way: 'direct', servedOn: day('2026-05-01') })
        .clockIs('requestReview', { from: day('2026-05-01') }),
    'once, and only while somebody waits': ({ given }) => {
      given(...wayTo.answered, announced())
        .when(announced({ on: day('2026-04-25') }))
        .refused({ kind: 'already-announced', document: 'd2', on: day('2026-04-21'), until: day('2026-05-21') })
      given(...wayTo.served)
        .when(announced({ on: day('2026-04-25') }))
        .refused({ kind: 'nobody-to-serve', document: 'd2' })
    },
    'if it is a document that must be served, and there': ({ given }) => {
      given(...wayTo.answered)
        .when(announced({ document: 'd1' }))
        .refused({ kind: 'not-a-served-document', document: 'd1' })
      given(...wayTo.answered)
        .when(announced({ document: 'd9' }))
        .refused({ kind: 'unknown-document', document: 'd9' })
    },
    'for all whom it has not reached, each served in turn': ({ given }) => {
      const late = { way: 'announcement', proof: {}, on: day('2026-05-21'), servedOn: day('2026-05-21') } as const
      given(...inHandOf(two), heard(), issued(), served(), announced({ on: day('2026-04-21') }))
        .when(served({ ...late, person: 'p2' }))
        .then({ type: 'DocumentServed', person: 'p2', toAll: true })
        .at('served')
    },
  },
)

article(
  '信访工作条例 art. 23: a notice is given in writing, by a way that the petitioner agreed to where that is asked',
  ['serviceWays.phone', 'serviceWays.electronic', 'serviceWays.announcement'],
  {
    'not by telephone, except on the simplified track': ({ given }) => {
      const told = { way: 'phone', proof: null } as const
      given(...wayTo.routed)
        .when(accepted({ told }))
        .refused({ kind: 'way-only-simplified', way: 'phone', basis: companion('JY16') })
      given(registered({ track: 'simplified' }), transferred())
        .when(accepted({ track: 'simplified', told }))
        .accepted()
    },
    'electronically only to those who have all agreed': ({ given }) => {
      const told = { way: 'electronic', proof: null } as const
      const refusal = {
        kind: 'proof-missing',
        way: 'electronic',
        missing: ['consent'],
        basis: companion('MSSS', 90),
      } as const
      const oneOfTwo = { people: [person('p1', { electronicService: true }), person('p2')], headcount: 2 }
      given(registered(oneOfTwo), transferred()).when(accepted({ told })).refused(refusal)
      given(registered(reachable), transferred()).when(accepted({ told })).accepted()
      given(...wayTo.routed)
        .when(declined({ told }))
        .refused(refusal)
      given(...wayTo.routed)
        .when(directed({ told }))
        .refused(refusal)
      given(...wayTo.accepted)
        .when(extended({ told }))
        .refused(refusal)
    },
    'and never by announcement alone': ({ given }) =>
      given(...wayTo.routed)
        .when(accepted({ told: { way: 'announcement', proof: null } }))
        .refused({
          kind: 'proof-missing',
          way: 'announcement',
          missing: ['publication'],
          basis: companion('MSSS', 95),
        }),
  },
)

article('信访工作条例 art. 35: one clock for each person served', ['permissions.Serve'], {
  'from each one’s own day': ({ given }) => {
    given(...inHandOf(two), heard(), issued(), served())
      .at('answered')
      .onlyRunning('handle', 'requestReview')
      .when(served({ person: 'p2', on: day('2026-04-29'), servedOn: day('2026-04-28') }))
      .then({ type: 'DocumentServed', person: 'p2', toAll: true })
      .at('served')
      .clockIs('requestReview#1', { bearer: { person: 'p1' }, lastDay: day('2026-05-22') })
      .clockIs('requestReview#2', { bearer: { person: 'p2' }, lastDay: day('2026-05-28') })
  },
  'of which the last to lapse closes the matter': ({ given }) => {
    given(...inHandOf(two), heard(), issued(), served(), served({ person: 'p2' }), lapsed())
      .at('served')
      .when(lapsed({ clock: 'requestReview#2' }))
      .then({ type: 'RightLapsed' }, { type: 'PetitionClosed' })
      .at('closed')
  },
})

article(
  '信访工作条例 art. 29: suggestions',
  ['permissions.ConcludeSuggestion', 'classes.suggestion', 'principles.suggestionsAreAnswered'],
  {
    'are studied and replied to, adopted or not': ({ given }) => {
      given(...suggestion)
        .when(suggestionConcluded({ adoption: 'notAdopted' }))
        .then({ type: 'SuggestionConcluded', adoption: 'notAdopted', document: 'd2' })
        .at('answered')
        .has({ adoption: 'notAdopted' })
        .when(served())
        .then({ type: 'DocumentServed' }, { type: 'PetitionClosed' })
        .at('closed')
    },
    'are no appeals': ({ given }) =>
      given(...wayTo.accepted)
        .when(suggestionConcluded())
        .refused({ kind: 'not-a-suggestion', class: 'appeal', basis: articleOfRegulations(29, 1) }),
    'get no handling opinion': ({ given }) => {
      given(...suggestion, heard())
        .when(issued())
        .refusedAs('route-does-not-fit')
    },
  },
)

article('信访工作条例 art. 21 (2): the petitioner rates, bureau and organ apart', ['permissions.Rate'], {
  'each once': ({ given }) => {
    given(...wayTo.served)
      .when(rated())
      .then({ type: 'PetitionRated', person: 'p1', whom: 'organ' })
      .when(rated())
      .refused({ kind: 'already-rated', whom: 'organ' })
    given(...wayTo.served, rated())
      .when(rated({ whom: 'bureau' }))
      .accepted()
  },
  'by the own key, or on a signed and witnessed record': ({ given }) => {
    const byBureau = rated({ actor: staff('county-bureau') })
    given(...wayTo.served)
      .when(byBureau)
      .refused({ kind: 'needs-own-key-or-signature', command: 'Rate' })
    given(...wayTo.served)
      .when({ ...byBureau, signed: signedRecord })
      .accepted()
  },
  'never by the organ that is rated': ({ given }) => {
    given(...wayTo.served)
      .when(rated({ actor: staff('county-housing'), signed: signedRecord }))
      .refusedAs('not-yours-to-do')
  },
  'nobody who had no part in it': ({ given }) =>
    given(registeredDirectly(), accepted(), heard(), issued(), served())
      .when(rated({ whom: 'bureau' }))
      .refused({ kind: 'nobody-to-rate', whom: 'bureau' }),
  'and silence is no rating': ({ given }) => {
    given(...wayTo.closed).has({ ratings: [] })
  },
})

article('ADR 0010: withdrawal is the petitioner’s own act, for oneself', ['permissions.Withdraw'], {
  'by the own key': ({ given }) => {
    given(...wayTo.routed)
      .when(withdrawn())
      .then({ type: 'PetitionWithdrawn', person: 'p1', all: true })
      .at('withdrawn')
      .has({ endedOn: '2026-03-18' })
      .onlyRunning()
  },
  'or on a signed and witnessed record': ({ given }) => {
    const byStaff = withdrawn({ actor: staff('county-housing') })
    given(...wayTo.routed)
      .when(byStaff)
      .refused({ kind: 'needs-own-key-or-signature', command: 'Withdraw' })
    given(...wayTo.routed)
      .when({ ...byStaff, signed: signedRecord })
      .then({ type: 'PetitionWithdrawn', person: 'p1' })
  },
  'of one leaves the others’ matter as it is': ({ given }) => {
    given(...inHandOf(two))
      .when(withdrawn())
      .then({ type: 'PetitionWithdrawn', all: false })
      .at('accepted')
      .onlyRunning('handle')
      .when(withdrawn({ actor: petitioner('p2') }))
      .then({ type: 'PetitionWithdrawn', person: 'p2', all: true })
      .at('withdrawn')
  },
  once: ({ given }) =>
    given(...inHandOf(two), withdrawn())
      .when(withdrawn())
      .refused({ kind: 'already-requested', person: 'p1' }),
  'of somebody who petitioned': ({ given }) =>
    given(...wayTo.routed)
      .when(withdrawn({ actor: petitioner('p4') }))
      .refused({ kind: 'unknown-person', person: 'p4' }),
})

article('信访工作条例 art. 33: settlement is the petitioner’s own act, for oneself', ['permissions.Settle'], {
  'with an agreement': ({ given }) => {
    given(...wayTo.accepted)
      .when(settled())
      .then({ type: 'PetitionSettled', person: 'p1', all: true, document: 'd2' })
      .at('settled')
      .onlyRunning()
  },
  'never by staff alone': ({ given }) =>
    given(...wayTo.accepted)
      .when(settled({ actor: staff('county-housing') }))
      .refused({ kind: 'needs-own-key-or-signature', command: 'Settle' }),
  'of one leaves the others’ matter as it is': ({ given }) => {
    given(...inHandOf(two))
      .when(settled())
      .then({ type: 'PetitionSettled', all: false })
      .at('accepted')
      .onlyRunning('handle')
  },
})

article(
  '信访工作条例 art. 34: closing (办结) is not finalising (终结)',
  ['permissions.Close', 'permissions.MarkOverdue', 'permissions.LapseRight'],
  {
    'and waits for every right and duty': ({ given }) =>
      given(...wayTo.served)
        .when({ type: 'Close', on: day('2026-05-01'), actor: staff('county-housing') })
        .refused({ kind: 'duty-still-running', clocks: ['requestReview#1'] }),
    'follows when the last right has lapsed': ({ given }) => {
      given(...wayTo.served)
        .when(lapsed())
        .then({ type: 'RightLapsed', clock: 'requestReview#1' }, { type: 'PetitionClosed' })
        .at('closed')
    },
    'never on the last day itself': ({ given }) =>
      given(...wayTo.served)
        .when(lapsed({ on: day('2026-05-22') }))
        .refused({ kind: 'not-overdue', clock: 'requestReview#1', lastDay: day('2026-05-22') }),
    'and a clock that is not there falls neither overdue nor away': ({ given }) => {
      given(...wayTo.served)
        .when(lapsed({ clock: 'requestReview#4' }))
        .refused({ kind: 'unknown-clock', clock: 'requestReview#4' })
      given(...wayTo.served)
        .when({ type: 'MarkOverdue', on: day('2026-05-30'), actor: house, clock: 'handle#4' })
        .refused({ kind: 'unknown-clock', clock: 'handle#4' })
    },
    'and a right never becomes a duty, nor a duty a right': ({ given }) => {
      given(...wayTo.served)
        .when({ type: 'MarkOverdue', on: day('2026-05-30'), actor: house, clock: 'requestReview#1' })
        .refusedAs('not-overdue')
      given(...wayTo.accepted)
        .when(lapsed({ on: day('2026-06-30'), clock: 'handle#1' }))
        .refusedAs('not-overdue')
    },
    'and what is overdue is marked once': ({ given }) => {
      const marked = { type: 'MarkOverdue', on: day('2026-05-12'), actor: house, clock: 'handle#1' } as const
      given(...wayTo.accepted, marked)
        .when({ ...marked, on: day('2026-05-13') })
        .refusedAs('not-overdue')
    },
  },
)

const thenReviewed = [
  served(),
  reviewRequested(),
  reviewIssued(),
  reviewServed(),
  reexaminationRequested(),
  reexaminationIssued({ outcome: 'quashed', redoBy: day('2026-09-30') }),
] as const
article(
  '信访工作条例 art. 40: what a bureau must supervise, and the answer to its proposals',
  [
    ...(['procedureNotFollowed', 'shirking', 'falseResult', 'opinionNotCarriedOut', 'other'] as const).map(
      (name) => `supervisionTriggers.${name}` as const,
    ),
    ...(['improveWork', 'improvePolicy', 'holdToAccount'] as const).map((kind) => `proposals.${kind}` as const),
    'proposalAnswer',
  ],
  {
    'in one sentence, each circumstance by name (1)': ({ same, world }) => {
      const basis = articleOfRegulations(40, 1)
      const named = ['procedureNotFollowed', 'shirking', 'falseResult', 'opinionNotCarriedOut', 'other']
      same(world.law.supervisionTriggers, Object.fromEntries(named.map((name) => [name, { basis }])))
    },
    'three proposals, each with its addressee (1)–(3)': ({ same, world }) =>
      same(world.law.proposals, {
        improveWork: { to: ['organConcerned'], against: [], basis: articleOfRegulations(40, 1) },
        improvePolicy: { to: ['ownParty', 'ownGovernment'], against: [], basis: articleOfRegulations(40, 2) },
        holdToAccount: { to: ['inAuthority'], against: ['organs', 'people'], basis: articleOfRegulations(40, 3) },
      }),
    'in writing, with no number of days (4)': ({ same, world }) =>
      same(world.law.proposalAnswer, { span: null, basis: articleOfRegulations(40, 4) }),
  },
)

article('An answer to a quashed handling', ['clocks.handle'], {
  'is not moved by the late service of what quashed it': ({ given }) => {
    given(
      ...wayTo.answered,
      ...thenReviewed,
      heard({ on: day('2026-08-20') }),
      issued({ on: day('2026-08-25') }),
      served({ document: 'd4', actor: staff('province-housing'), on: day('2026-08-26'), servedOn: day('2026-08-26') }),
    )
      .at('answered')
      .when(served({ document: 'd5', on: day('2026-08-27'), servedOn: day('2026-08-27') }))
      .accepted()
      .at('served')
      .onlyRunning('requestReview')
  },
  'is a full opinion, whatever track the first one was on': ({ given }) => {
    given(...quick({}), served(), reviewRequested(), quashedByReview())
      .has({ track: 'ordinary', round: 2, opinion: null })
      .when(issued({ on: day('2026-06-20') }))
      .refusedAs('not-heard')
  },
  'is extended by nobody, since its day was set by the reviewing body': ({ given }) =>
    given(...wayTo.underReview, quashedByReview())
      .when(extended({ on: day('2026-06-20'), until: day('2026-08-20'), actor: headOf('county-housing') }))
      .refused({ kind: 'nothing-to-extend', basis: articleOfRegulations(34) }),
})
