import { addDays, day } from '../../kernel/day.ts'
import { article as articleOfRegulations, decided } from '../../law/basis.ts'
import { decide } from '../decide.ts'
import * as example from '../examples.ts'
import { type Command, endedStages } from '../petition.ts'
import { article } from '../spec.ts'

const { wayTo, erasureProposed, erasureObjected, erasureApproved, contentErased, id, headOf, staff } = example
const basis = decided('0015')
/** The appeal of the examples was closed on 23 May 2026. */
const closed = wayTo.closed
const lastDayKept = day('2056-05-23')
const proposedOn = (text: string, more: object = {}) => erasureProposed({ on: day(text), ...more })
const proposed = [...closed, erasureProposed()]
/** Ninety days from 1 June 2056: 30 August, a Wednesday. */
const lastDayOffered = day('2056-08-30')
const approved = [...proposed, erasureApproved()]
const withdrawnAs = (petitionClass: 'suggestion' | 'accusation'): readonly Command[] => [
  example.registered({ class: petitionClass }),
  example.withdrawn({ on: day('2026-03-10') }),
]

article('ADR 0015: what people wrote is kept for years after anything last happened', ['retention.appeal'], {
  'an appeal for thirty years, to the day': ({ given, cites }) => {
    cites('retention.appeal', basis)
    given(...closed)
      .when(proposedOn('2056-05-23'))
      .refused({ kind: 'retention-still-running', until: lastDayKept, basis })
    given(...closed)
      .when(proposedOn('2056-05-24'))
      .accepted()
  },
  'and anew from whatever happens in between, a renewed key among it': ({ given }) => {
    const renewed = given(...closed, example.keyRenewed({ on: day('2040-02-29') }))
    renewed.when(proposedOn('2070-03-01')).refused({ kind: 'retention-still-running', until: day('2070-03-01'), basis })
    renewed.when(proposedOn('2070-03-02')).accepted()
  },
  'but not from what the house marks by itself': ({ given }) => {
    given(...proposed, example.lapsed({ on: day('2056-09-04'), clock: 'objectToErasure#1' })).has({
      restsSince: day('2026-05-23'),
    })
  },
})

article(
  'ADR 0015: an accusation for thirty years, a suggestion for ten',
  ['retention.accusation', 'retention.suggestion'],
  {
    accusation: ({ given, cites }) => {
      cites('retention.accusation', basis)
      const withdrawn = given(...withdrawnAs('accusation'))
      withdrawn
        .when(proposedOn('2056-03-10'))
        .refused({ kind: 'retention-still-running', until: day('2056-03-10'), basis })
      withdrawn.when(proposedOn('2056-03-11')).accepted()
    },
    suggestion: ({ given, cites }) => {
      cites('retention.suggestion', basis)
      const withdrawn = given(...withdrawnAs('suggestion'))
      withdrawn
        .when(proposedOn('2036-03-10'))
        .refused({ kind: 'retention-still-running', until: day('2036-03-10'), basis })
      withdrawn.when(proposedOn('2036-03-11')).accepted()
    },
  },
)

article(
  'ADR 0015: who keeps a petition proposes its erasure',
  ['permissions.ProposeErasure', 'principles.nobodyIsPersecuted'],
  {
    'and each petitioner is offered a copy, with a time of their own': ({ given }) => {
      given(...closed)
        .when(erasureProposed())
        .then(
          {
            type: 'ErasureProposed',
            organ: id('county-bureau'),
            approver: id('city-bureau'),
            account: 'clerk-of-county-bureau',
          },
          { type: 'CopyOffered', person: 'p1' },
        )
        .at('closed')
        .onlyRunning('objectToErasure')
    },
    'once at a time': ({ given }) =>
      given(...proposed)
        .when(proposedOn('2056-06-02'))
        .refused({ kind: 'erasure-already-proposed' }),
    'never while anything is owed': ({ given }) => {
      // an urgent matter that was never reported is still owed thirty years later
      given(example.registered(), example.urgentMarked(), example.transferred(), example.declined())
        .when(proposedOn('2070-01-01'))
        .refusedAs('duty-still-running')
    },
    'never where a petitioner once reported obstruction to the office': ({ given, same, world }) => {
      const { petition } = given(...closed)
      const reported = { ...petition, obstructions: [{ on: day('2026-06-01'), person: 'p1', to: null }] }
      const basis = articleOfRegulations(18, 4)
      same(decide(reported, proposedOn('2070-01-01'), world), {
        ok: false,
        error: { kind: 'obstruction-was-reported', basis },
      })
    },
    'never without somebody above who is not complained about': ({ given }) => {
      given(...closed)
        .when(erasureProposed({ approver: null }))
        .refused({ kind: 'no-superior-to-approve', basis })
      given(...closed)
        .when(erasureProposed({ approver: id('county-bureau') }))
        .refusedAs('no-superior-to-approve')
      const about = [{ as: 'respondent', organ: id('city-bureau'), official: null }] as const
      given(example.registered({ about }), example.transferred(), example.declined())
        .when(proposedOn('2070-01-01'))
        .refusedAs('no-superior-to-approve')
    },
  },
)

article('ADR 0015: a petitioner may object', ['permissions.ObjectToErasure', 'clocks.objectToErasure'], {
  'for ninety days that no rest day cuts short, as a right that outlives the end': ({ given, cites }) => {
    cites('clocks.objectToErasure', basis)
    given(...proposed).clockIs('objectToErasure', {
      from: day('2056-06-01'),
      lastDay: lastDayOffered,
      binds: 'petitioner',
      after: 'lapsed',
      bearer: { person: 'p1' },
    })
  },
  'on the last day, and not on the day after': ({ given }) => {
    given(...proposed)
      .when(erasureObjected({ on: lastDayOffered }))
      .then({ type: 'ErasureObjected', person: 'p1' })
      .notRunning('objectToErasure')
    given(...proposed)
      .when(erasureObjected({ on: addDays(lastDayOffered, 1) }))
      .refused({ kind: 'right-lapsed', clock: 'objectToErasure', lastDay: lastDayOffered, basis })
  },
  'and one objection ends it for all, and for another whole retention': ({ given }) => {
    const people = [example.person('p1'), example.person('p2')]
    const both = [example.registered({ people, headcount: 2 }), example.transferred(), example.declined()]
    const objected = given(...both, erasureProposed(), erasureObjected({ actor: example.petitioner('p2') }))
    objected.notRunning('objectToErasure')
    objected.when(erasureApproved()).refused({ kind: 'no-erasure-proposed' })
    objected
      .when(proposedOn('2086-06-10'))
      .refused({ kind: 'retention-still-running', until: day('2086-06-10'), basis })
    objected.when(proposedOn('2086-06-11')).accepted()
  },
  'until it is approved, when nothing is left to ask for': ({ given }) => {
    given(...approved).notRunning('objectToErasure')
  },
  'only to what is proposed': ({ given }) =>
    given(...closed)
      .when(erasureObjected())
      .refused({ kind: 'no-erasure-proposed' }),
})

article('ADR 0015: another person, in the organ above, approves', ['permissions.ApproveErasure'], {
  'when every time to object is over, on the day after and not before': ({ given }) => {
    given(...proposed)
      .when(erasureApproved({ on: lastDayOffered }))
      .refused({ kind: 'copy-still-offered', until: lastDayOffered, basis })
    given(...proposed)
      .when(erasureApproved({ on: addDays(lastDayOffered, 1) }))
      .then({ type: 'ErasureApproved', organ: id('city-bureau') })
      .notRunning('objectToErasure')
  },
  'however the petition ended': ({ given }) => {
    for (const stage of endedStages) {
      given(...wayTo[stage], proposedOn('2070-01-02'))
        .when(erasureApproved({ on: day('2070-06-02') }))
        .accepted()
        .at(stage)
        .onlyRunning()
    }
  },
  'by its head, and no clerk alone': ({ given }) =>
    given(...proposed)
      .when(erasureApproved({ actor: staff('city-bureau') }))
      .refused({ kind: 'needs-the-head', command: 'ApproveErasure', basis }),
  'never the one who proposed it, whatever posts they hold elsewhere': ({ given }) => {
    const actor = { ...headOf('city-bureau'), account: 'head-1' } as ReturnType<typeof headOf>
    const proposer = { ...headOf('county-bureau'), account: 'head-1' } as ReturnType<typeof headOf>
    given(...closed, erasureProposed({ actor: proposer }))
      .when(erasureApproved({ actor }))
      .refused({ kind: 'needs-another-person', command: 'ApproveErasure' })
  },
  'not when anything has happened since': ({ given }) => {
    given(...proposed, example.keyRenewed({ on: day('2056-07-01') }))
      .when(erasureApproved())
      .refused({ kind: 'retention-still-running', until: day('2086-07-01'), basis })
  },
  'and then nothing more can be done with it': ({ given }) => {
    given(...approved)
      .when(example.keyRenewed({ on: day('2056-09-02') }))
      .refused({ kind: 'erasure-approved', on: erasureApproved().on })
    given(...approved)
      .when(erasureObjected({ on: day('2056-09-02') }))
      .refusedAs('erasure-approved')
    given(...approved)
      .when(erasureApproved())
      .refusedAs('erasure-approved')
  },
})

article('ADR 0015: the house says when nothing is left', ['permissions.EraseContent'], {
  'once, after the approval': ({ given }) => {
    given(...proposed)
      .when(contentErased())
      .refused({ kind: 'no-erasure-proposed' })
    given(...approved)
      .when(contentErased())
      .then({ type: 'ContentErased' })
      .at('closed')
      .when(contentErased())
      .refused({ kind: 'no-erasure-proposed' })
  },
  'and no clerk does': ({ given }) =>
    given(...approved)
      .when(contentErased({ actor: staff('county-bureau') }))
      .refusedAs('not-yours-to-do'),
})
