import { day } from '../../kernel/day.ts'
import { article as articleOfRegulations, decided } from '../../law/basis.ts'
import {
  accepted,
  assistanceAsked,
  assistanceNotAwaited,
  assistanceNoted,
  assistanceObjected,
  dutyAnswered,
  heard,
  house,
  id,
  issued,
  lapsed,
  registered,
  sealed,
  settled,
  staff,
  suggestionConcluded,
  transferred,
  wayTo,
} from '../examples.ts'
import type { Command, Stage } from '../petition.ts'
import { article } from '../spec.ts'

const asked = [...wayTo.accepted, assistanceAsked()] as const
const ready = [...asked, heard({ on: day('2026-03-18') })] as const
type Way = readonly [stage: Stage, commands: readonly [Command, Command?, ...Command[]]]
const windowPassed = lapsed({ clock: 'objectToAssistance#1', on: day('2026-03-20') })
const over: readonly Stage[] = ['closed', 'finalised', 'declined', 'directed', 'withdrawn', 'settled']
const answering = issued({ on: day('2026-04-03') })

article(
  'ADR 0042: whoever has the petition asks another organ to assist',
  ['permissions.AskAssistance', 'permissions.NoteAssistance'],
  {
    'for the whole or for claims, by a day, and shows it the petition': ({ given }) =>
      given(...wayTo.accepted)
        .when(assistanceAsked({ claims: ['c1'] }))
        .then(
          {
            type: 'AssistanceAsked',
            ref: 'a1',
            by: id('county-housing'),
            organ: id('county-resources'),
            claims: ['c1'],
          },
          { type: 'SightShared', organ: id('county-resources'), because: { kind: 'assistance', stream: 'a1' } },
        )
        .at('accepted'),
    'or the bureau that sent it, or whoever decides a dispute': ({ given }) => {
      given(...wayTo.accepted)
        .when(assistanceAsked({ actor: staff('county-bureau') }))
        .accepted()
      given(...wayTo.disputed)
        .when(assistanceAsked({ actor: staff('county'), on: day('2026-03-25') }))
        .accepted()
      given(...wayTo.accepted)
        .when(assistanceAsked({ actor: staff('city-housing') }))
        .refusedAs('not-yours-to-do')
    },
    'not itself, not twice, and only for claims that there are': ({ given }) => {
      given(...wayTo.accepted)
        .when(assistanceAsked({ of: id('county-housing') }))
        .refused({ kind: 'already-there', organ: id('county-housing') })
      given(...asked)
        .when(assistanceAsked())
        .refused({ kind: 'assists-already', organ: id('county-resources') })
      given(...wayTo.accepted)
        .when(assistanceAsked({ claims: ['c7'] }))
        .refused({ kind: 'unknown-claim', claim: 'c7' })
    },
    'no accused organ, and with an accusation only competent bodies': ({ given }) => {
      const about = [{ as: 'accused', organ: id('county-resources'), official: null }] as const
      given(registered({ about }), transferred())
        .when(assistanceAsked())
        .refused({ kind: 'organ-is-accused', organ: id('county-resources'), basis: articleOfRegulations(30, 3) })
      const water = [{ as: 'accused', organ: id('county-water'), official: null }] as const
      given(registered({ class: 'accusation', about: water }), transferred({ to: id('county-discipline') }))
        .when(assistanceAsked({ actor: staff('county-discipline') }))
        .refused({ kind: 'not-the-competent-body', basis: articleOfRegulations(30, 1) })
    },
    'within its own time, which it neither stops nor lengthens': ({ given, same }) => {
      const { lastDay } = given(...wayTo.accepted).clock('handle')
      given(...wayTo.accepted)
        .when(assistanceAsked({ by: day('2026-12-31') }))
        .refused({ kind: 'assistance-too-late', lastDay, basis: decided('0042') })
      given(...wayTo.accepted)
        .when(assistanceAsked({ by: lastDay }))
        .accepted()
      given(...wayTo.accepted)
        .when(assistanceAsked({ by: day('2026-03-12') }))
        .refused({ kind: 'not-before-today', day: day('2026-03-12'), today: day('2026-03-12') })
      const before = given(...wayTo.accepted).petition.clocks
      const after = given(...asked, assistanceNoted()).petition.clocks
      same(
        after.filter(({ rule }) => rule !== 'objectToAssistance'),
        before,
      )
    },
    'and sees what it reported, until the lead closes it': ({ given, same }) => {
      const ended = assistanceNoted({ standing: 'ended', result: null, report: null })
      given(...asked)
        .when(assistanceNoted())
        .then({ type: 'AssistanceReported', ref: 'a1', organ: id('county-resources'), result: 'done' })
        .when(ended)
        .then({ type: 'AssistanceEnded', ref: 'a1' }, { type: 'SightEnded', organ: id('county-resources') })
        .when(ended)
        .then()
      same(
        given(...asked, assistanceNoted(), ended).petition.sights.every(({ endedOn }) => endedOn !== null),
        true,
      )
    },
    'and loses its part when it turns out to be accused': ({ given }) =>
      given(...asked)
        .when({ type: 'TakeSight', from: id('county-resources'), on: day('2026-03-20'), actor: house })
        .then({ type: 'AssistanceEnded', ref: 'a1' }, { type: 'SightEnded' }),
  },
)

article('ADR 0042: the one answer is the lead’s', ['permissions.GoOnWithoutAssistance'], {
  'and not issued before the report that it waits for': ({ given }) => {
    given(...ready)
      .when(answering)
      .refused({ kind: 'assistance-awaited', organs: [id('county-resources')], basis: decided('0042') })
    given(...ready, assistanceNoted())
      .when(answering)
      .accepted()
    given(...ready, assistanceNoted(), assistanceNoted({ standing: 'returned', result: null, report: null }))
      .when(answering)
      .refusedAs('assistance-awaited')
  },
  'nor a duty answered, nor a suggestion': ({ given }) => {
    const ways = [
      [registered(), accepted({ route: 'performDuty' }), dutyAnswered()],
      [registered({ class: 'suggestion' }), accepted({ route: null }), suggestionConcluded()],
    ] as const
    for (const [first, acceptance, answer] of ways) {
      const waiting = [first, transferred(), acceptance, assistanceAsked()] as const
      given(...waiting)
        .when(answer)
        .refused({ kind: 'assistance-awaited', organs: [id('county-resources')], basis: decided('0042') })
      given(...waiting, assistanceNotAwaited())
        .when(answer)
        .accepted()
    }
  },
  'unless it says why it does not wait': ({ given }) => {
    given(...ready)
      .when(assistanceNotAwaited())
      .then({ type: 'AssistanceNotAwaited', ref: 'a1', organ: id('county-resources') })
      .when(answering)
      .accepted()
    given(...ready, assistanceNotAwaited())
      .when(assistanceNotAwaited())
      .refused({ kind: 'unknown-assistance', assistance: 'a1' })
    given(...ready)
      .when(assistanceNotAwaited({ actor: staff('county-resources') }))
      .refusedAs('not-yours-to-do')
  },
})

article(
  'ADR 0042: whoever is asked says within five working days that it has no competence',
  ['clocks.objectToAssistance', 'permissions.ObjectToAssistance'],
  {
    'rests on the record, as the Regulations are silent': ({ cites }) =>
      cites('clocks.objectToAssistance', decided('0042')),
    'counted from the day on which it was asked': ({ given }) => {
      given(...asked).clockIs('objectToAssistance', {
        ...{ lastDay: day('2026-03-19'), subject: 'a1', binds: 'organ', after: 'lapsed' },
        bearer: { organ: id('county-resources') },
      })
      given(...asked)
        .when(assistanceObjected({ on: day('2026-03-19') }))
        .then({ type: 'AssistanceObjected', ref: 'a1', organ: id('county-resources') })
        .notRunning('objectToAssistance')
      given(...asked)
        .when(assistanceObjected({ on: day('2026-03-20') }))
        .refused({
          ...{ kind: 'right-lapsed', clock: 'objectToAssistance', lastDay: day('2026-03-19') },
          basis: decided('0042'),
        })
    },
    'and no longer once it has reported, or the part or the petition has ended': ({ given }) => {
      given(...asked, assistanceNoted()).notRunning('objectToAssistance')
      given(...asked, assistanceNoted({ standing: 'ended', result: null, report: null })).notRunning(
        'objectToAssistance',
      )
      given(...asked, settled()).notRunning('objectToAssistance')
    },
    'as long as anything is left to do, wherever the petition stands': ({ given, same }) => {
      for (const [stage, [first, second, ...rest]] of Object.entries(wayTo) as readonly Way[]) {
        if (second === undefined) continue
        const late = given(first, second, assistanceAsked(), assistanceNotAwaited(), windowPassed, ...rest)
          .at(stage)
          .when(assistanceObjected({ on: day('2026-08-20') }))
        same({ stage, why: late.refusal?.kind }, { stage, why: over.includes(stage) ? 'wrong-stage' : 'right-lapsed' })
      }
    },
    'each organ for what was asked of it': ({ given }) => {
      const two = [...asked, assistanceAsked({ of: id('city-housing') })] as const
      given(...two)
        .when(assistanceObjected({ assistance: 'a2' }))
        .refused({ kind: 'unknown-assistance', assistance: 'a2' })
      given(...two)
        .when(assistanceObjected({ assistance: 'a2', actor: staff('city-housing') }))
        .then({ type: 'AssistanceObjected', ref: 'a2' })
        .running('objectToAssistance')
    },
    'and it does nothing else in the petition': ({ given, same }) => {
      const { refusal } = given(...ready).when({ ...answering, actor: staff('county-resources', 'clerk', 'head') })
      same(refusal?.kind, 'not-yours-to-do')
      given(...asked)
        .when({ type: 'DeclareRecusal', on: day('2026-03-16'), actor: staff('county-resources'), reason: sealed('r') })
        .accepted()
    },
  },
)
