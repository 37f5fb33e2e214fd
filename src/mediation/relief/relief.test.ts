import { describe, expect, it } from 'vitest'
import { day } from '../../kernel/day.ts'
import { article, decided } from '../../law/basis.ts'
import { bureau, house, id, justice, organsWith, petitioner, sealed, staff } from '../referrals/testing/examples.ts'
import { actionsOf } from './actions.ts'
import * as wire from './contract.ts'
import { decide, mostFacts, permissions } from './decide.ts'
import { evolve } from './evolve.ts'
import type { Of, Relief, ReliefActor, ReliefCommand, ReliefRefusal, ReliefState } from './relief.ts'
import { reliefRows } from './tables.ts'

const world = { pack: 'cn-2022@1', organs: organsWith() }
const on = day('2026-03-03')
const beginning = {
  ...{ petition: petitioner.petition, person: 'p1', guide: id('county.bureau') },
  ...{ keptFrom: [id('county.land')], officials: ['chief'], recused: [], about: [id('county.justice')] },
}
const told: Of<'ExplainRelief'> = {
  ...{ type: 'ExplainRelief', on: day('2026-03-02'), actor: bureau, beginning, kind: 'social', telling: 'byWord' },
  explanation: sealed('explanation'),
}
const record = { file: 'f', name: sealed('record'), mediaType: 'text/plain', bytes: 1 }
const answer = (wishes: boolean, actor: ReliefActor = petitioner, materials: readonly (typeof record)[] = []) =>
  ({ type: 'AnswerRelief', on, actor, wishes, note: null, materials }) as const
const helped = (actor: ReliefActor = bureau) =>
  ({ type: 'RecordReliefHelp', on, actor, helpedOn: on, what: sealed('what') }) as const
const handed = (organ = 'county', actor: ReliefActor = bureau) =>
  ({ type: 'HandReliefOn', on, actor, organ: id(organ), what: sealed('what'), due: day('2026-03-20') }) as const
const outcome = (actor: ReliefActor = bureau) =>
  ({
    ...({ type: 'RecordReliefOutcome', on, actor, receivedOn: on, outcome: 'granted' } as const),
    ...({ text: sealed('text'), source: 'organ' } as const),
  }) as const

function reached(...commands: readonly ReliefCommand[]): Relief {
  return commands.reduce<ReliefState>((state, command) => {
    const decision = decide(state, command, world)
    if (!decision.ok) throw new Error(`${command.type} was refused: ${JSON.stringify(decision.error)}`)
    return decision.value.reduce<ReliefState>(evolve, state)
  }, null) as Relief
}
const refusalOf = (state: ReliefState, command: ReliefCommand): ReliefRefusal | null => {
  const decision = decide(state, command, world)
  return decision.ok ? null : decision.error
}

describe('信访工作条例 art. 37 (2): whoever lives in hardship is told of relief and helped to apply', () => {
  it('is told, wished with the key, helped, handed on, and has a result', () => {
    const relief = reached(told, answer(true), helped(), handed(), outcome())
    expect(relief).toMatchObject({
      ...{ version: 5, stage: 'ended', outcome: { outcome: 'granted', source: 'organ' } },
      answers: [{ wishes: true, word: 'key' }],
      handed: [{ key: 'h1', organ: 'county', due: '2026-03-20' }],
    })
  })

  it('is done for nobody before they wish it, nor once they do not', () => {
    for (const state of [
      reached(told),
      reached(told, answer(false)),
      reached(told, answer(true), handed(), answer(false)),
    ])
      for (const command of [helped(), handed(), outcome()])
        expect(refusalOf(state, command)).toMatchObject({
          kind: 'wrong-relief-stage',
          needs: ['wished', 'helped', 'handed'],
        })
  })

  it('lets a petitioner say otherwise at any time before its result', () => {
    expect(reached(told, answer(false), answer(true)).stage).toBe('wished')
    expect(reached(told, answer(true), handed(), answer(false)).stage).toBe('declined')
    expect(refusalOf(reached(told, answer(true)), answer(true))).toEqual({ kind: 'answered-already' })
    expect(refusalOf(reached(told, answer(true), outcome()), answer(false))).toMatchObject({
      kind: 'wrong-relief-stage',
    })
  })

  it('takes a wish from an office only with the record that the petitioner signed', () => {
    expect(refusalOf(reached(told), answer(true, bureau))).toEqual({
      kind: 'needs-signed-record',
      basis: decided('0051'),
    })
    const relief = reached(told, answer(true, bureau, [record]))
    expect(relief.answers).toMatchObject([{ word: 'signedRecord', materials: [{ ref: 'a1m1' }] }])
    expect(reliefRows(relief).file_reference).toEqual([{ file: 'f' }])
  })

  it('is asked for so many times and no more; a no is always heard', () => {
    const often = (relief: Relief): Relief => ({ ...relief, version: mostFacts })
    expect(refusalOf(often(reached(told)), answer(true))).toEqual({ kind: 'history-full', atMost: mostFacts })
    expect(refusalOf(often(reached(told, answer(true))), helped())).toMatchObject({ kind: 'history-full' })
    expect(refusalOf(often(reached(told, answer(true))), answer(false))).toBeNull()
  })

  it('says of no result that an organ told a petitioner who says it themselves', () => {
    expect(reached(told, answer(true), outcome(petitioner)).outcome?.source).toBe('ownWord')
  })

  it('has no field in any of its commands by which it could depend on the petition', () => {
    const bodies = [wire.tellOfRelief, wire.recordAnswer, wire.recordHelp, wire.handOn, wire.recordOutcome].map(
      ({ body }) => Object.keys(body.shape).toSorted(),
    )
    expect(bodies).toEqual([
      ['explanation', 'kind', 'person', 'petition', 'telling'],
      ['materials', 'note', 'wishes'],
      ['helpedOn', 'what'],
      ['due', 'organ', 'what'],
      ['outcome', 'receivedOn', 'source', 'text'],
    ])
  })
})

describe('Who knows of it', () => {
  const relief = reached(told, answer(true))

  it('is nobody accused, named or complained of (art. 28 (3), 30 (3)), nor another petitioner', () => {
    const barred = [
      staff('county.land', 'land'),
      staff('county.survey', 'survey'),
      staff('county.bureau', 'chief'),
      { ...staff('county.bureau', 'other'), answersTo: ['chief'] },
      justice,
      { ...petitioner, person: 'p2' },
    ]
    for (const actor of barred) expect(refusalOf(relief, answer(false, actor, [record]))?.kind).toBe('no-such-relief')
    expect(refusalOf(relief, handed('county.survey'))).toEqual({
      ...{ kind: 'relief-at-kept-out', organ: 'county.survey', basis: article(30, 3) },
    })
    expect(reliefRows(relief).relief_party?.map(({ organ }) => organ)).toEqual(['', 'county.bureau'])
  })

  it('and whoever merely has the petition writes nothing', () => {
    const reader = staff('county', 'reader')
    expect(refusalOf(relief, helped(reader))).toMatchObject({ kind: 'relief-not-yours' })
    expect(refusalOf(relief, helped(petitioner))).toMatchObject({ kind: 'relief-not-yours' })
    expect(refusalOf(relief, helped(house))).toMatchObject({ kind: 'relief-not-yours' })
    expect(refusalOf(relief, helped(staff('county.bureau', 'boss', 'leader')))).toMatchObject({
      kind: 'relief-not-yours',
    })
    expect(actionsOf(relief, reader, on, world)).toEqual([])
    expect(actionsOf(relief, petitioner, on, world).map(({ action, refusal }) => [action, refusal])).toEqual([
      ['answer', null],
      ['outcome', null],
    ])
  })

  it('only ever grows narrower', () => {
    const keep = (keptFrom: readonly string[]) =>
      ({ ...beginning, type: 'KeepRelief', on, actor: house, keptFrom: keptFrom.map(id), officials: [] }) as const
    expect(reached(told, keep(['county.justice']))).toMatchObject({
      ...{ keptFrom: ['county.land', 'county.justice'], officials: ['chief'] },
    })
    expect(decide(relief, keep([]), world)).toEqual({ ok: true, value: [] })
  })
})

describe('Days and the end', () => {
  it('refuses days that have not come, that lie before it was told, and days to do it by that have passed', () => {
    const relief = reached(told, answer(true))
    expect(refusalOf(relief, { ...helped(), helpedOn: day('2026-03-04') })?.kind).toBe('day-not-come')
    expect(refusalOf(relief, { ...helped(), helpedOn: day('2026-03-01') })?.kind).toBe('day-too-early')
    expect(refusalOf(relief, { ...outcome(), receivedOn: day('2026-03-04') })?.kind).toBe('day-not-come')
    expect(refusalOf(relief, { ...outcome(), receivedOn: day('2026-03-01') })?.kind).toBe('day-too-early')
    expect(refusalOf(relief, { ...handed(), due: on })?.kind).toBe('day-not-ahead')
    expect(refusalOf(relief, handed('nowhere'))?.kind).toBe('unknown-organ')
  })

  it('is over once its petition was erased, and nothing of it is counted as kept', () => {
    const erased = reached(told, answer(true, bureau, [record]), { type: 'EraseRelief', on, actor: house })
    expect(refusalOf(erased, helped())).toEqual({ kind: 'relief-erased', on })
    expect(reliefRows(erased)).toMatchObject({ relief: [{ is_erased: true }], file_reference: [] })
  })

  it('goes to whoever carries the organ on', () => {
    const organs = organsWith({ 'county.bureau': { state: 'abolished', successors: [id('county')] } })
    const decision = decide(reached(told), { type: 'PassReliefOn', on, actor: house }, { ...world, organs })
    expect(decision).toEqual({ ok: true, value: [{ type: 'ReliefPassedOn', on, from: 'county.bureau', to: 'county' }] })
  })

  it('names who may give each command', () => {
    expect(Object.entries(permissions).map(([type, { by }]) => [type, by])).toEqual([
      ['AnswerRelief', 'own'],
      ['RecordReliefHelp', 'guide'],
      ['HandReliefOn', 'guide'],
      ['RecordReliefOutcome', 'own'],
      ['PassReliefOn', 'house'],
      ['KeepRelief', 'house'],
      ['EraseRelief', 'house'],
    ])
  })
})
