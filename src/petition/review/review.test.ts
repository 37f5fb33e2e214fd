import { day } from '../../kernel/day.ts'
import { article as articleOfRegulations, decided } from '../../law/basis.ts'
import {
  accepted,
  heard,
  hearingClosed,
  hearingOpened,
  id,
  inHandOf,
  issued,
  lapsed,
  person,
  petitioner,
  quashedByReview,
  reexaminationIssued,
  reexaminationRequested,
  reexaminationServed,
  registered,
  reviewIssued,
  reviewRequested,
  reviewServed,
  served,
  signedRecord,
  staff,
  suggestionConcluded,
  transferred,
  wayTo,
} from '../examples.ts'
import { article } from '../spec.ts'
import { bodiesFor } from './decide.ts'

const two = { people: [person('p1'), person('p2')], headcount: 2 }
const bothServed = [...inHandOf(two), heard(), issued(), served(), served({ person: 'p2' })] as const

article(
  '信访工作条例 art. 35: review (复查) within 30 days of receiving the answer',
  ['permissions.RequestReview', 'clocks.requestReview', 'principles.reviewIsOneLevelUp'],
  {
    'on the last day': ({ given }) => {
      given(...wayTo.served)
        .when(reviewRequested())
        .then({ type: 'ReviewRequested', on: day('2026-05-22'), organ: id('city-housing'), person: 'p1' })
        .at('underReview')
        .onlyRunning('review')
    },
    'refuses the day after': ({ given }) =>
      given(...wayTo.served)
        .when(reviewRequested({ on: day('2026-05-23') }))
        .refused({
          kind: 'right-lapsed',
          clock: 'requestReview',
          lastDay: day('2026-05-22'),
          basis: articleOfRegulations(35),
        }),
    'refuses it still once the right was marked as lapsed': ({ given }) =>
      given(...bothServed, lapsed())
        .when(reviewRequested({ on: day('2026-05-23') }))
        .refused({
          kind: 'right-lapsed',
          clock: 'requestReview',
          lastDay: day('2026-05-22'),
          basis: articleOfRegulations(35),
        }),
    'to the body one level up, by profession or by administration': ({ given }) => {
      given(...wayTo.served)
        .when(reviewRequested({ organ: id('county') }))
        .accepted()
      given(...wayTo.served)
        .when(reviewRequested({ organ: id('city') }))
        .refused({
          kind: 'not-one-level-up',
          organ: id('city'),
          of: id('county-housing'),
          basis: articleOfRegulations(35),
        })
      given(...wayTo.served)
        .when(reviewRequested({ organ: id('county-housing') }))
        .refused({
          kind: 'not-one-level-up',
          organ: id('county-housing'),
          of: id('county-housing'),
          basis: articleOfRegulations(35),
        })
    },
    'both of which the petitioner is told': ({ given, same, world }) => {
      same(bodiesFor(given(...wayTo.served).petition, 'review', world), [id('city-housing'), id('county')])
      same(bodiesFor(given(...wayTo.underReview).petition, 'review', world), [id('city-housing')])
      same(bodiesFor(given(...wayTo.reviewed).petition, 'reexamination', world), [id('province-housing'), id('city')])
    },
    'by the petitioner, or on a signed and witnessed record': ({ given }) => {
      const byStaff = reviewRequested({ actor: staff('county-bureau') })
      given(...wayTo.served)
        .when(byStaff)
        .refused({ kind: 'needs-own-key-or-signature', command: 'RequestReview' })
      given(...wayTo.served)
        .when({ ...byStaff, signed: signedRecord })
        .then({ type: 'ReviewRequested', person: 'p1' })
    },
    'by nobody else': ({ given }) => {
      given(...wayTo.served)
        .when(reviewRequested({ actor: petitioner('p5') }))
        .refused({ kind: 'unknown-person', person: 'p5' })
    },
    once: ({ given }) => {
      given(...wayTo.underReview)
        .when(reviewRequested())
        .refused({ kind: 'already-requested', person: 'p1' })
    },
    'never before the answer was received': ({ given }) =>
      given(...inHandOf(two), heard(), issued(), served())
        .when(reviewRequested({ actor: petitioner('p2') }))
        .refused({ kind: 'no-such-right', clock: 'requestReview', person: 'p2' }),
    'never of the reply to a suggestion': ({ given }) => {
      given(
        registered({ class: 'suggestion', ...two }),
        transferred(),
        accepted({ route: null }),
        suggestionConcluded(),
        served(),
      )
        .when(reviewRequested())
        .refused({ kind: 'no-such-right', clock: 'requestReview', person: 'p1' })
    },
  },
)

article(
  '信访工作条例 art. 35, 36: several petitioners, each with rights of their own',
  ['permissions.RequestReview', 'permissions.RequestReexamination'],
  {
    'join a review that is open, with the same body': ({ given }) => {
      given(...bothServed, reviewRequested())
        .when(reviewRequested({ actor: petitioner('p2'), organ: id('county') }))
        .refused({ kind: 'review-is-elsewhere', organ: id('city-housing'), basis: articleOfRegulations(35) })
      given(...bothServed, reviewRequested())
        .when(reviewRequested({ actor: petitioner('p2') }))
        .accepted()
        .onlyRunning('review', 'review')
        .has({ reviews: [{ requests: [{ person: 'p1' }, { person: 'p2' }] }] })
    },
    'ask for another when the first has its opinion': ({ given }) => {
      given(...bothServed, reviewRequested({ on: day('2026-04-24') }), reviewIssued({ on: day('2026-05-12') }))
        .at('reviewIssued')
        .when(reviewRequested({ actor: petitioner('p2') }))
        .accepted()
        .at('underReview')
        .has({ reviews: [{ opinion: { outcome: 'upheld' } }, { opinion: null }] })
    },
    'are not cut off when another’s re-examination is over': ({ given }) => {
      given(
        ...bothServed,
        reviewRequested({ on: day('2026-04-24') }),
        reviewIssued({ on: day('2026-05-04') }),
        reviewServed({ on: day('2026-05-06'), servedOn: day('2026-05-06') }),
        reexaminationRequested({ on: day('2026-05-08') }),
        reexaminationIssued({ on: day('2026-05-15') }),
      )
        .when(reexaminationServed({ on: day('2026-05-18'), servedOn: day('2026-05-18') }))
        .then({ type: 'DocumentServed', toAll: true })
        .at('reexaminationIssued')
        .onlyRunning('requestReview')
        .when(lapsed({ clock: 'requestReview#2' }))
        .then({ type: 'RightLapsed' }, { type: 'PetitionFinalised', organ: id('province-housing') })
        .at('finalised')
    },
    'keep the reviewing body able to answer while another re-examination runs': ({ given }) => {
      const both = [
        ...bothServed,
        reviewRequested({ on: day('2026-04-24') }),
        reviewIssued({ on: day('2026-05-04') }),
        reviewServed({ on: day('2026-05-06'), servedOn: day('2026-05-06') }),
        reviewRequested({ actor: petitioner('p2'), on: day('2026-05-07') }),
        reexaminationRequested({ on: day('2026-05-08') }),
      ]
      given(...both)
        .at('underReexamination')
        .when(reviewIssued({ on: day('2026-05-20') }))
        .accepted()
        .at('underReexamination')
      given(...both, reviewIssued({ on: day('2026-05-20') }))
        .when(reviewIssued({ on: day('2026-05-21') }))
        .refused({
          kind: 'wrong-stage',
          stage: 'underReexamination',
          command: 'IssueReviewOpinion',
          needs: ['underReview'],
          basis: articleOfRegulations(35),
        })
    },
  },
)

article('信访工作条例 art. 35: the review opinion', ['permissions.IssueReviewOpinion', 'clocks.review'], {
  'upholds or changes, and waits to be served': ({ given }) => {
    given(...wayTo.underReview)
      .when(reviewIssued({ outcome: 'changed' }))
      .then({ type: 'ReviewOpinionIssued', outcome: 'changed', document: 'd3', organ: id('city-housing') })
      .at('reviewIssued')
      .when(reviewServed())
      .then({ type: 'DocumentServed', kind: 'reviewOpinion', toAll: true })
      .at('reviewed')
      .onlyRunning('requestReexamination')
  },
  'is served on those who asked': ({ given }) =>
    given(...bothServed, reviewRequested(), reviewIssued())
      .when(reviewServed({ person: 'p2' }))
      .refused({ kind: 'unknown-person', person: 'p2' }),
  'is given by the body that was asked': ({ given }) => {
    given(...wayTo.underReview)
      .when(reviewIssued({ actor: staff('county') }))
      .refusedAs('not-yours-to-do')
  },
})

article(
  'ADR 0007: a quashed opinion goes back with a day to answer afresh by',
  ['clocks.redo', 'permissions.IssueReviewOpinion', 'permissions.IssueReexaminationOpinion'],
  {
    'and the organ starts again': ({ given }) => {
      given(...wayTo.underReview)
        .when(quashedByReview())
        .then(
          { type: 'ReviewOpinionIssued', outcome: 'quashed' },
          { type: 'HandlingReopened', organ: id('county-housing'), by: id('city-housing'), redoBy: day('2026-07-31') },
        )
        .at('accepted')
        .has({ round: 2, opinion: null })
        .onlyRunning('redo', 'review')
        .when(reviewServed())
        .accepted()
        .at('accepted')
        .onlyRunning('redo')
    },
    'which day is set': ({ given }) =>
      given(...wayTo.underReview)
        .when(quashedByReview({ redoBy: null }))
        .refused({ kind: 'redo-day-missing', basis: decided('0007') }),
    'and lies ahead': ({ given }) =>
      given(...wayTo.underReview)
        .when(quashedByReview({ redoBy: day('2026-06-10') }))
        .refused({ kind: 'not-before-today', day: day('2026-06-10'), today: day('2026-06-10') }),
    'and the fresh answer may be reviewed again, by everyone': ({ given }) => {
      given(
        ...wayTo.underReview,
        quashedByReview(),
        heard({ on: day('2026-06-15') }),
        issued({ on: day('2026-06-20') }),
        served({ document: 'd4', on: day('2026-06-22'), servedOn: day('2026-06-22') }),
      )
        .running('requestReview')
        .when(reviewRequested({ on: day('2026-06-25') }))
        .accepted()
        .has({ reviews: [{ round: 1 }, { round: 2, opinion: null }] })
    },
    'at re-examination too': ({ given }) => {
      given(...wayTo.underReexamination)
        .when(reexaminationIssued({ outcome: 'quashed', redoBy: day('2026-09-30') }))
        .then({ type: 'ReexaminationOpinionIssued' }, { type: 'HandlingReopened', by: id('province-housing') })
        .at('accepted')
      given(...wayTo.underReexamination)
        .when(reexaminationIssued({ outcome: 'quashed' }))
        .refused({ kind: 'redo-day-missing', basis: decided('0007') })
    },
  },
)

article(
  '信访工作条例 art. 36 (1): re-examination (复核) within 30 days of receiving the review opinion',
  ['permissions.RequestReexamination', 'clocks.requestReexamination', 'principles.reexaminationIsOneLevelUp'],
  {
    'on the last day, a Monday since the thirtieth was a Sunday': ({ given }) => {
      given(...wayTo.reviewed)
        .when(reexaminationRequested())
        .then({ type: 'ReexaminationRequested', on: day('2026-07-13'), organ: id('province-housing') })
        .at('underReexamination')
        .onlyRunning('reexamine')
    },
    'refuses the day after': ({ given }) =>
      given(...wayTo.reviewed)
        .when(reexaminationRequested({ on: day('2026-07-14') }))
        .refused({
          kind: 'right-lapsed',
          clock: 'requestReexamination',
          lastDay: day('2026-07-13'),
          basis: articleOfRegulations(36, 1),
        }),
    'to the body one level above the reviewing one': ({ given }) => {
      given(...wayTo.reviewed)
        .when(reexaminationRequested({ organ: id('city') }))
        .accepted()
      given(...wayTo.reviewed)
        .when(reexaminationRequested({ organ: id('city-housing') }))
        .refused({
          kind: 'not-one-level-up',
          organ: id('city-housing'),
          of: id('city-housing'),
          basis: articleOfRegulations(36, 1),
        })
    },
    'not of the first answer': ({ given }) =>
      given(...wayTo.served)
        .when(reexaminationRequested({ on: day('2026-04-30'), organ: id('city-housing') }))
        .refused({ kind: 'no-such-right', clock: 'requestReexamination', person: 'p1' }),
  },
)

const hearing = { actor: staff('province-housing') }
const opened = hearingOpened({ ...hearing, on: day('2026-07-20') })
const closed = hearingClosed({ ...hearing, on: day('2026-07-24') })

article(
  '信访工作条例 art. 36 (2): the time of a hearing does not count at re-examination',
  ['clocks.reexamine', 'permissions.OpenHearing', 'permissions.CloseHearing'],
  {
    'the clock stands still': ({ given }) => {
      given(...wayTo.underReexamination)
        .when(opened)
        .then({
          type: 'HearingOpened',
          stage: 'reexamination',
          clocks: [{ change: 'suspended', from: day('2026-07-20') }],
        })
        .clockIs('reexamine', { state: 'suspended', lastDay: day('2026-08-12') })
    },
    'and ends later by its days, both ends included': ({ given }) => {
      given(...wayTo.underReexamination, opened)
        .when(closed)
        .then({
          type: 'HearingClosed',
          clocks: [{ change: 'resumed', through: day('2026-07-24'), lastDay: day('2026-08-17') }],
        })
        .clockIs('reexamine', { state: 'running', lastDay: day('2026-08-17') })
    },
    'a day with two hearings counts once': ({ given }) => {
      const sameDay = [
        hearingOpened({ ...hearing, on: day('2026-07-24') }),
        hearingClosed({ ...hearing, on: day('2026-07-25') }),
      ]
      given(...wayTo.underReexamination, opened, closed, ...sameDay).clockIs('reexamine', {
        lastDay: day('2026-08-18'),
      })
      given(
        ...wayTo.underReexamination,
        opened,
        closed,
        hearingOpened({ ...hearing, on: day('2026-07-24') }),
        hearingClosed({ ...hearing, on: day('2026-07-24') }),
      ).clockIs('reexamine', { lastDay: day('2026-08-17'), state: 'running' })
    },
    'for every request': ({ given }) => {
      given(
        ...bothServed,
        reviewRequested(),
        reviewRequested({ actor: petitioner('p2') }),
        reviewIssued(),
        reviewServed(),
        reviewServed({ person: 'p2' }),
        reexaminationRequested(),
        reexaminationRequested({ actor: petitioner('p2') }),
        opened,
        closed,
      )
        .clockIs('reexamine#1', { lastDay: day('2026-08-17') })
        .clockIs('reexamine#2', { lastDay: day('2026-08-17') })
    },
    'keeps the opinion back until it is closed': ({ given }) => {
      given(...wayTo.underReexamination, opened)
        .when(reexaminationIssued())
        .refused({ kind: 'hearing-open', ref: 'h1' })
    },
    'is never overdue while it stands still': ({ given }) =>
      given(...wayTo.underReexamination, opened)
        .when({
          type: 'MarkOverdue',
          on: day('2026-08-20'),
          actor: { kind: 'house', task: 'sweep' },
          clock: 'reexamine#1',
        })
        .refused({ kind: 'not-overdue', clock: 'reexamine#1', lastDay: day('2026-08-12') }),
  },
)

article(
  '信访工作条例 art. 36 (3): only re-examination finalises',
  ['permissions.IssueReexaminationOpinion', 'clocks.reexamine'],
  {
    'once it was served': ({ given }) => {
      given(...wayTo.underReexamination)
        .when(reexaminationIssued())
        .then({ type: 'ReexaminationOpinionIssued', document: 'd4' })
        .at('reexaminationIssued')
        .when(reexaminationServed())
        .then({ type: 'DocumentServed', toAll: true }, { type: 'PetitionFinalised', organ: id('province-housing') })
        .at('finalised')
        .onlyRunning()
    },
    'not when it quashes': ({ given }) => {
      given(
        ...wayTo.underReexamination,
        reexaminationIssued({ outcome: 'quashed', redoBy: day('2026-09-30') }),
        reexaminationServed(),
      ).at('accepted')
    },
    'and an unused right to it closes, and does not finalise': ({ given }) => {
      given(...wayTo.reviewed)
        .when(lapsed({ on: day('2026-07-14'), clock: 'requestReexamination#1' }))
        .then({ type: 'RightLapsed' }, { type: 'PetitionClosed' })
        .at('closed')
    },
  },
)
