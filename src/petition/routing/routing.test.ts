import { day } from '../../kernel/day.ts'
import { article as articleOfRegulations } from '../../law/basis.ts'
import {
  accepted,
  afterMerger,
  assigned,
  disputeDecided,
  disputeReferred,
  house,
  id,
  objected,
  passedOn,
  petitioner,
  registered,
  registeredDirectly,
  reportedBack,
  returned,
  staff,
  trackLeft,
  transferred,
  upheld,
  urgentMarked,
  wayTo,
} from '../examples.ts'
import { article } from '../spec.ts'

const housingAccused = [{ as: 'accused', organ: id('county-housing'), official: null }] as const
const accusation = registered({ class: 'accusation', about: housingAccused })

article(
  '信访工作条例 art. 22 (1): a bureau forwards to whoever is competent',
  ['permissions.Transfer', 'permissions.Assign'],
  {
    'by transfer': ({ given }) => {
      given(registered())
        .when(transferred())
        .then({ type: 'PetitionTransferred', from: id('county-bureau'), to: id('county-housing') })
        .at('routed')
        .onlyRunning('notify', 'objectToTransfer')
    },
    'by assignment, with a day for the report': ({ given }) => {
      given(registered())
        .when(assigned())
        .then({ type: 'PetitionAssigned', reportBy: day('2026-04-30') })
        .onlyRunning('notify', 'objectToTransfer', 'reportBack')
    },
    'which day lies ahead': ({ given }) =>
      given(registered())
        .when(assigned({ reportBy: day('2026-03-05') }))
        .refused({ kind: 'not-before-today', day: day('2026-03-05'), today: day('2026-03-05') }),
    'not to itself': ({ given }) =>
      given(registered())
        .when(transferred({ to: id('county-bureau') }))
        .refused({ kind: 'already-there', organ: id('county-bureau') }),
    'to an organ that exists and is still there': ({ given }) => {
      const nowhere = 'nowhere' as ReturnType<typeof id>
      given(registered())
        .when(transferred({ to: nowhere }))
        .refused({ kind: 'unknown-organ', organ: nowhere })
      given(registered())
        .when(transferred({ to: id('old-salt') }))
        .refused({
          kind: 'organ-not-active',
          organ: id('old-salt'),
          successors: [],
          basis: articleOfRegulations(24, 2),
        })
    },
    'and no hand-off starts the age of the matter again': ({ given }) => {
      given(...wayTo.objected, returned(), transferred({ on: day('2026-03-12'), to: id('county-water') })).has({
        registeredOn: '2026-03-02',
        returns: 1,
        hops: [{ how: 'transferred' }, { how: 'returned' }, { to: 'county-water' }],
      })
    },
  },
)

article(
  '信访工作条例 art. 23 (1): another organ sends down its own system only',
  ['principles.organsForwardDownwards'],
  {
    'to the office below it': ({ given }) => {
      given(registeredDirectly())
        .when(transferred({ actor: staff('county-housing'), to: id('county-inspection') }))
        .accepted()
    },
    'to the office it leads by profession': ({ given }) => {
      given(registered({ actor: staff('city-housing'), organ: id('city-housing') }))
        .when(transferred({ actor: staff('city-housing'), to: id('county-housing') }))
        .accepted()
    },
    'to whatever lies further below': ({ given }) => {
      given(registered({ actor: staff('county'), organ: id('county') }))
        .when(transferred({ actor: staff('county'), to: id('village') }))
        .accepted()
    },
    'not to its neighbour': ({ given }) =>
      given(registeredDirectly())
        .when(transferred({ actor: staff('county-housing'), to: id('county-water') }))
        .refused({ kind: 'not-a-subordinate', organ: id('county-water'), basis: articleOfRegulations(23, 1) }),
    'not up': ({ given }) =>
      given(registeredDirectly())
        .when(transferred({ actor: staff('county-housing'), to: id('county') }))
        .refused({ kind: 'not-a-subordinate', organ: id('county'), basis: articleOfRegulations(23, 1) }),
  },
)

const chain = [
  registered({ actor: staff('city-bureau'), organ: id('city-bureau') }),
  assigned({ actor: staff('city-bureau'), to: id('county-bureau'), reportBy: day('2026-05-20') }),
  assigned({ on: day('2026-03-06'), reportBy: day('2026-05-10') }),
  accepted(),
] as const

article('信访工作条例 art. 22 (1) item 3: reports back', ['permissions.ReportBack'], {
  'are made to whoever assigned it': ({ given }) => {
    given(registered(), assigned(), accepted())
      .when(reportedBack())
      .then({ type: 'ReportedBack', organ: id('county-housing'), report: { ref: 'report' }, result: { ref: 'result' } })
      .has({ reportBack: { by: '2026-04-30', on: '2026-04-28' } })
  },
  'are made once': ({ given }) =>
    given(registered(), assigned(), accepted(), reportedBack())
      .when(reportedBack())
      .refused({ kind: 'nothing-to-report-back' }),
  'are owed on an assignment only': ({ given }) =>
    given(...wayTo.accepted)
      .when(reportedBack())
      .refused({ kind: 'nothing-to-report-back' }),
  'are owed at each level of a chain, to whoever assigned it': ({ given }) => {
    given(...chain, reportedBack())
      .clockIs('reportBack#1', { state: 'running', bearer: { organ: id('county-bureau') }, lastDay: day('2026-05-20') })
      .clockIs('reportBack#2', { state: 'stopped' })
      .when(reportedBack({ actor: staff('county-bureau'), on: day('2026-05-04') }))
      .then({ type: 'ReportedBack', organ: id('county-bureau') })
      .clockIs('reportBack#1', { state: 'stopped' })
  },
  'stay owed to the upper level when the lower one sends the matter back': ({ given }) => {
    given(...chain.slice(0, -1), objected(), returned())
      .clockIs('reportBack#1', { state: 'running', bearer: { organ: id('county-bureau') } })
      .clockIs('reportBack#2', { state: 'stopped' })
      .has({ reportBack: { by: '2026-05-20', on: null }, sender: 'city-bureau', handOff: 'assigned' })
  },
})

article(
  '信访工作条例 art. 23 (3): objection, with reasons, within five working days',
  ['permissions.ObjectToTransfer', 'permissions.AgreeToReturn', 'permissions.InsistOnTransfer'],
  {
    'on the last day, after the National Day holiday': ({ given }) => {
      given(registered({ on: day('2026-09-25') }), transferred({ on: day('2026-09-28') }))
        .when(objected({ on: day('2026-10-10') }))
        .then({ type: 'TransferObjected', organ: id('county-housing') })
        .at('objected')
        .running('answerObjection', 'notify')
    },
    'not the day after': ({ given }) =>
      given(registered({ on: day('2026-09-25') }), transferred({ on: day('2026-09-28') }))
        .when(objected({ on: day('2026-10-11') }))
        .refused({
          kind: 'right-lapsed',
          clock: 'objectToTransfer',
          lastDay: day('2026-10-10'),
          basis: articleOfRegulations(23, 3),
        }),
    'not twice': ({ given }) =>
      given(...wayTo.objected, upheld())
        .when(objected({ on: day('2026-03-12') }))
        .refusedAs('right-lapsed'),
    'returns the matter only when the sender agrees': ({ given }) => {
      given(...wayTo.objected)
        .when(returned())
        .then({ type: 'TransferReturned', from: id('county-housing'), to: id('county-bureau') })
        .at('registered')
        .onlyRunning('routeAgain')
    },
    'and stays where it is when the sender insists': ({ given }) => {
      given(...wayTo.objected)
        .when(upheld())
        .then({ type: 'TransferUpheld' })
        .at('routed')
        .onlyRunning('notify')
    },
    'may name an organ, which must exist': ({ given }) => {
      const nowhere = 'nowhere' as ReturnType<typeof id>
      given(...wayTo.routed)
        .when(objected({ suggests: nowhere }))
        .refused({ kind: 'unknown-organ', organ: nowhere })
      given(...wayTo.routed)
        .when(objected({ suggests: id('county-water') }))
        .accepted()
    },
  },
)

const acrossCounties = [
  registered(),
  transferred({ to: id('next-county-water') }),
  objected({ actor: staff('next-county-water') }),
] as const
const noSuperior = [registered(), transferred({ to: id('far-mill') }), objected({ actor: staff('far-mill') })] as const

article(
  '信访工作条例 art. 24 (1): a dispute goes to the common superior, else to the joint conference',
  ['permissions.ReferDispute', 'permissions.DecideDispute', 'principles.disputesAreDecidedAbove'],
  {
    'the county, for two of its offices': ({ given }) => {
      given(...wayTo.objected)
        .when(disputeReferred())
        .then({ type: 'DisputeReferred', to: id('county'), arbiter: 'commonSuperior' })
        .at('disputed')
    },
    'the city, for two counties': ({ given }) => {
      given(...acrossCounties)
        .when(disputeReferred())
        .refused({ kind: 'not-the-common-superior', expected: id('city'), basis: articleOfRegulations(24, 1) })
      given(...acrossCounties)
        .when(disputeReferred({ to: id('city') }))
        .accepted()
    },
    'the joint conference, where there is no common superior': ({ given }) => {
      given(...noSuperior)
        .when(disputeReferred())
        .refused({ kind: 'not-the-common-superior', expected: null, basis: articleOfRegulations(24, 1) })
      given(...noSuperior)
        .when(disputeReferred({ to: id('county-conference') }))
        .then({ type: 'DisputeReferred', arbiter: 'conference' })
    },
    'and whoever is competent has it, with the limits that follow': ({ given }) => {
      given(...wayTo.disputed)
        .when(disputeDecided())
        .then({ type: 'DisputeDecided', arbiter: id('county'), competent: id('county-water') })
        .at('routed')
        .onlyRunning('notify')
        .clockIs('notify#2', { bearer: { organ: id('county-water') } })
    },
    'even where that is the organ that objected': ({ given }) => {
      given(...wayTo.disputed, disputeDecided({ competent: id('county-housing') }))
        .onlyRunning('notify')
        .has({ holder: 'county-housing', heldSince: '2026-03-16', hops: [{ how: 'transferred' }] })
    },
    'takes the report back along': ({ given }) => {
      given(registered(), assigned(), objected(), disputeReferred())
        .when(disputeDecided())
        .accepted()
        .clockIs('reportBack', { bearer: { organ: id('county-water') }, lastDay: day('2026-04-30'), state: 'running' })
    },
    'is not disputed again': ({ given }) => {
      given(...wayTo.disputed, disputeDecided())
        .when(objected({ actor: staff('county-water'), on: day('2026-03-17') }))
        .refused({ kind: 'dispute-was-decided', basis: articleOfRegulations(24, 1) })
      given(...wayTo.disputed, disputeDecided())
        .when(disputeReferred({ actor: staff('county-water'), on: day('2026-03-17') }))
        .refused({ kind: 'dispute-was-decided', basis: articleOfRegulations(24, 1) })
    },
    'but an office to which the competent one sends it may object anew': ({ given }) => {
      given(...wayTo.disputed, disputeDecided({ competent: id('county-housing') }))
        .when(transferred({ actor: staff('county-housing'), to: id('county-inspection'), on: day('2026-03-17') }))
        .accepted()
        .when(objected({ actor: staff('county-inspection'), on: day('2026-03-18') }))
        .accepted()
    },
    'is no way around the window for an objection': ({ given }) => {
      given(...wayTo.routed)
        .when(disputeReferred({ actor: staff('county-housing') }))
        .accepted()
      given(...wayTo.routed)
        .when(disputeReferred({ actor: staff('county-housing'), on: day('2026-03-13') }))
        .refused({
          kind: 'right-lapsed',
          clock: 'objectToTransfer',
          lastDay: day('2026-03-12'),
          basis: articleOfRegulations(23, 3),
        })
    },
    'follows an objection that was not agreed to': ({ given }) => {
      given(...wayTo.objected, upheld())
        .when(disputeReferred({ actor: staff('county-housing'), on: day('2026-03-20') }))
        .accepted()
    },
    'is decided for an organ that is there': ({ given }) =>
      given(...wayTo.disputed)
        .when(disputeDecided({ competent: id('old-salt') }))
        .refusedAs('organ-not-active'),
  },
)

article(
  '信访工作条例 art. 30 (3), 22 (2): where an accusation may go',
  ['principles.accusationsGoToTheCompetentBody'],
  {
    'to the discipline organ': ({ given }) => {
      given(accusation)
        .when(transferred({ to: id('county-discipline') }))
        .accepted()
        .onlyRunning('notifyAccusation', 'objectToTransfer')
    },
    'to the procuratorate or to another bureau': ({ given }) => {
      given(accusation)
        .when(transferred({ to: id('county-procuratorate') }))
        .accepted()
      given(accusation)
        .when(transferred({ to: id('city-bureau') }))
        .accepted()
    },
    'never to the accused': ({ given }) =>
      given(accusation)
        .when(transferred())
        .refused({ kind: 'organ-is-accused', organ: id('county-housing'), basis: articleOfRegulations(30, 3) }),
    'never to an office below the accused': ({ given }) =>
      given(accusation)
        .when(assigned({ to: id('county-inspection') }))
        .refused({ kind: 'organ-is-accused', organ: id('county-housing'), basis: articleOfRegulations(30, 3) }),
    'never to an organ without competence for accusations': ({ given }) =>
      given(accusation)
        .when(transferred({ to: id('county-water') }))
        .refused({
          kind: 'accusation-needs-competent-body',
          organ: id('county-water'),
          basis: articleOfRegulations(22, 2),
        }),
    'never to the accused by way of a dispute': ({ given }) => {
      const disputed = [
        accusation,
        transferred({ to: id('county-discipline') }),
        objected({ actor: staff('county-discipline') }),
        disputeReferred({ to: id('county-conference') }),
      ]
      const decides = { actor: staff('county-conference') }
      given(...disputed)
        .when(disputeDecided({ ...decides, competent: id('county-inspection') }))
        .refused({ kind: 'organ-is-accused', organ: id('county-housing'), basis: articleOfRegulations(30, 3) })
      given(...disputed)
        .when(disputeDecided({ ...decides, competent: id('county-water') }))
        .refused({
          kind: 'accusation-needs-competent-body',
          organ: id('county-water'),
          basis: articleOfRegulations(22, 2),
        })
    },
    'never to be decided about by the accused or below it': ({ given }) => {
      const countyAccused = registered({
        class: 'accusation',
        about: [{ as: 'accused', organ: id('county'), official: null }],
        actor: staff('city-bureau'),
        organ: id('city-bureau'),
      })
      const disputed = [
        countyAccused,
        transferred({ actor: staff('city-bureau'), to: id('county-discipline') }),
        objected({ actor: staff('county-discipline') }),
      ]
      given(...disputed)
        .when(disputeReferred({ actor: staff('city-bureau'), to: id('county-conference') }))
        .refused({ kind: 'organ-is-accused', organ: id('county'), basis: articleOfRegulations(30, 3) })
    },
    'while an ordinary claim goes to the office complained about': ({ given }) => {
      given(registered({ about: [{ as: 'respondent', organ: id('county-housing'), official: null }] }))
        .when(transferred())
        .accepted()
    },
  },
)

article(
  '信访工作条例 art. 24 (2): the successor carries the duties on',
  ['permissions.PassDutiesOn', 'principles.successorsTakeOver'],
  {
    'with their days, into whatever part the old one played': ({ given }) => {
      given(...wayTo.accepted)
        .in({ organs: afterMerger('county-housing', 'county-resources') })
        .when(passedOn())
        .then({ type: 'DutiesPassedOn', clocks: [{ change: 'passedOn', id: 'handle#1' }] })
        .clockIs('handle', { bearer: { organ: id('county-resources') }, lastDay: day('2026-05-09') })
        .has({ holder: 'county-resources' })
    },
    'to the organ above, where nobody was named': ({ given }) => {
      given(...wayTo.accepted)
        .in({ organs: afterMerger('county-housing') })
        .when(passedOn({ to: id('county') }))
        .accepted()
        .has({ holder: 'county' })
    },
    'as reviewing organ too': ({ given }) => {
      given(...wayTo.underReview)
        .in({ organs: afterMerger('city-housing', 'city') })
        .when(passedOn({ on: day('2026-05-25'), from: id('city-housing'), to: id('city') }))
        .accepted()
        .clockIs('review', { bearer: { organ: id('city') }, lastDay: day('2026-06-21') })
    },
    'only where there is something to carry on': ({ given }) =>
      given(...wayTo.accepted)
        .in({ organs: afterMerger('county-water', 'county-resources') })
        .when(passedOn({ from: id('county-water') }))
        .refused({ kind: 'nothing-to-pass-on', organ: id('county-water') }),
    'never to the accused': ({ given }) =>
      given(
        registered({ class: 'accusation', about: [{ as: 'accused', organ: id('county-resources'), official: null }] }),
        transferred({ to: id('county-police') }),
      )
        .in({ organs: afterMerger('county-police', 'county-resources') })
        .when(passedOn({ from: id('county-police') }))
        .refused({ kind: 'organ-is-accused', organ: id('county-resources'), basis: articleOfRegulations(30, 3) }),
    'not while the old organ is still there': ({ given }) =>
      given(...wayTo.accepted)
        .when(passedOn())
        .refusedAs('not-a-successor'),
    'refuses whoever is not the successor': ({ given }) =>
      given(...wayTo.accepted)
        .in({ organs: afterMerger('county-housing', 'county-water') })
        .when(passedOn())
        .refused({
          kind: 'not-a-successor',
          organ: id('county-resources'),
          successors: [id('county-water')],
          basis: articleOfRegulations(24, 2),
        }),
  },
)

article('信访工作条例 art. 31 (6), ADR 0009: leaving the simplified track', ['permissions.LeaveSimplifiedTrack'], {
  'gives the full time, counted from where it was': ({ given }) => {
    given(registered({ track: 'simplified' }), transferred(), accepted({ track: 'simplified' }))
      .when(trackLeft())
      .then({ type: 'SimplifiedTrackLeft', organ: id('county-housing') })
      .onlyRunning('handle')
      .clockIs('handle', { from: day('2026-03-10'), lastDay: day('2026-05-09') })
  },
  'needs to be on it': ({ given }) =>
    given(...wayTo.accepted)
      .when(trackLeft())
      .refused({ kind: 'not-on-simplified-track' }),
})

article('What an organ did stays with it', ['clocks.reportUrgent'], {
  'a mark that the registrar sets later is the registrar’s to report, not the holder’s': ({ given }) => {
    given(...wayTo.routed, urgentMarked({ on: day('2026-03-06') })).clockIs('reportUrgent#1', {
      bearer: { organ: id('county-bureau') },
    })
  },
  'a mark of urgency is reported by whoever set it, wherever the matter goes': ({ given }) => {
    given(registered(), urgentMarked({ on: day('2026-03-03') }), transferred()).clockIs('reportUrgent#1', {
      bearer: { organ: id('county-bureau') },
      state: 'running',
    })
  },
  'and nobody else hands it on': ({ given }) => {
    given(registered())
      .when(transferred({ actor: petitioner() }))
      .refusedAs('not-yours-to-do')
    given(registered())
      .when(transferred({ actor: house }))
      .refusedAs('not-yours-to-do')
  },
})
