import { describe, expect, it } from 'vitest'
import { day } from '../../kernel/day.ts'
import { article, basisInWords, decided as byDecision, rule } from '../../law/basis.ts'
import { otherProcedures } from '../../law/cn-2022/other-procedures.ts'
import { referrals, ruleOf } from '../../law/cn-2022/referrals.ts'
import { referralWays } from '../../law/referrals.ts'
import { actionsOf, referralActions } from './actions.ts'
import { decide, mostFacts } from './decide.ts'
import { evolve } from './evolve.ts'
import type { Referral, ReferralCommand, ReferralFact, ReferralRefusal, ReferralState } from './referral.ts'
import { referralRows } from './tables.ts'
import * as example from './testing/examples.ts'
import { bureau, house, id, justice, petitioner, sealed, staff } from './testing/examples.ts'

const world = example.worldWith()

function given(...commands: readonly ReferralCommand[]) {
  const state = commands.reduce<ReferralState>((before, command) => {
    const decision = decide(before, command, world)
    if (!decision.ok) throw new Error(`given ${command.type} was refused: ${JSON.stringify(decision.error)}`)
    return decision.value.reduce<ReferralState>(evolve, before)
  }, null)
  return {
    referral: state as Referral,
    when: (command: ReferralCommand, now = world) => {
      const decision = decide(state, command, now)
      return {
        facts: (...types: readonly ReferralFact['type'][]) => {
          expect(decision, command.type).toMatchObject({ ok: true })
          const facts = decision.ok ? decision.value : []
          expect(facts.map(({ type }) => type)).toEqual(types)
          return facts.reduce<ReferralState>(evolve, state) as Referral
        },
        refused: (refusal: ReferralRefusal) => expect(decision).toEqual({ ok: false, error: refusal }),
        refusedAs: (kind: ReferralRefusal['kind']) => expect(decision).toMatchObject({ ok: false, error: { kind } }),
      }
    },
  }
}

/** The limits that run, each with its last day. */
const running = ({ clocks }: Referral) =>
  Object.fromEntries(clocks.filter(({ state }) => state === 'running').map(({ rule, lastDay }) => [rule, lastDay]))

describe('行政复议法 art. 20 (1): apply within 60 days of knowing', () => {
  it('counts from the day on which the petitioner learnt of the decision, and rolls past rest days for them', () => {
    expect(given(example.explained()).referral.clocks).toMatchObject([
      { rule: 'applyElsewhere', lastDay: '2026-04-21', binds: 'petitioner', after: 'lapsed', from: '2026-02-20' },
    ])
    // 60 days from 24 February is a Saturday
    expect(running(given(example.explained({ knownOn: day('2026-02-24') })).referral)).toEqual({
      applyElsewhere: '2026-04-27',
    })
  })

  it('is not counted where nobody knows from when, nor where another statute counts in years', () => {
    expect(given(example.explained({ knownOn: null })).referral.clocks).toEqual([])
    expect(given(example.explained({ way: 'labourArbitration' })).referral.clocks).toEqual([])
  })

  it('bars nobody once it has passed: whether a delay is excused the organ decides (art. 20 (2))', () => {
    const late = given(example.explained(), example.marked('applyElsewhere#1', '2026-04-22'))
    expect(late.referral.clocks).toMatchObject([{ state: 'lapsed' }])
    late.when(example.applied({ on: day('2026-04-23'), appliedOn: day('2026-04-23') })).facts('ApplicationRecorded')
    given(example.explained()).when(example.marked('applyElsewhere#1', '2026-04-21')).refusedAs('clock-still-running')
  })
})

describe('行政复议法 art. 30: examined within 5 working days, and silence accepts', () => {
  it('counts working days (art. 88 (2)) from the day on which it arrived, and stops the limit for applying', () => {
    expect(running(given(example.explained(), example.applied()).referral)).toEqual({
      examineApplication: '2026-03-10',
    })
  })

  it('is accepted from the last day where nobody refused by then, however late the house reads it', () => {
    const referral = given(example.explained(), example.applied())
      .when(example.marked('examineApplication#1', '2026-03-30'))
      .facts('AcceptancePresumed')
    expect(referral).toMatchObject({
      stage: 'accepted',
      acceptance: { on: '2026-03-10', bySilence: true, source: null },
    })
    expect(running(referral)).toEqual({ decideElsewhere: '2026-05-09' })
  })

  it('says so of no other way', () => {
    const toLabour = example.explained({ way: 'labourArbitration' })
    const late = given(toLabour, example.applied())
      .when(example.marked('examineApplication#1', '2026-03-09'))
      .facts('ReferralFellOverdue')
    expect(late).toMatchObject({ stage: 'applied', acceptance: null })
    expect(referralWays.filter((way) => ruleOf(way).silenceAccepts !== undefined)).toEqual([
      'administrativeReconsideration',
    ])
  })

  it('may have been refused all the same: that is heard later', () => {
    const taken = given(example.explained(), example.applied(), example.marked('examineApplication#1', '2026-03-11'))
    expect(taken.when(example.refused({ on: day('2026-03-12') })).facts('ReferralRefused').stage).toBe('refused')
  })
})

describe('行政复议法 art. 31: corrected within 10 working days', () => {
  const correcting = [example.explained(), example.applied(), example.askedToCorrect()]
  it('stops the examination and starts it anew once it was corrected', () => {
    expect(running(given(...correcting).referral)).toEqual({ correctApplication: '2026-03-19' })
    expect(running(given(...correcting, example.corrected()).referral)).toEqual({ examineApplication: '2026-03-16' })
  })
  it('is not corrected where nobody asked, nor before it was asked', () => {
    given(example.explained(), example.applied()).when(example.corrected()).refusedAs('wrong-referral-stage')
    given(...correcting)
      .when(example.corrected({ correctedOn: day('2026-03-04') }))
      .refused({ kind: 'day-too-early', day: day('2026-03-04'), not: day('2026-03-05') })
  })
})

describe('行政复议法 art. 62: decided within 60 days, 30 on the simplified track', () => {
  const accepted = [example.explained(), example.applied(), example.accepted()]
  it('counts from acceptance', () => {
    expect(running(given(...accepted).referral)).toEqual({ decideElsewhere: '2026-05-08' })
    const simplified = given(example.explained(), example.applied(), example.accepted({ track: 'simplified' }))
    expect(running(simplified.referral)).toEqual({ decideSimplified: '2026-04-08' })
    given(example.explained({ way: 'labourArbitration' }), example.applied())
      .when(example.accepted({ track: 'simplified' }))
      .refused({ kind: 'no-simplified-track', way: 'labourArbitration' })
  })

  it('is prolonged by 30 days at most, and the simplified track not at all', () => {
    expect(running(given(...accepted, example.prolonged()).referral)).toEqual({ decideElsewhere: '2026-06-07' })
    given(...accepted)
      .when(example.prolonged({ until: day('2026-06-08') }))
      .refused({ kind: 'prolonged-too-far', atMost: day('2026-06-07'), basis: rule('XZFY', 62, 1) })
    given(...accepted)
      .when(example.prolonged({ until: day('2026-05-08') }))
      .refusedAs('day-too-early')
    given(example.explained(), example.applied(), example.accepted({ track: 'simplified' }))
      .when(example.prolonged())
      .refused({ kind: 'nothing-to-prolong' })
  })

  it('is not stopped by mediation, which may fail and goes on where it was (art. 73 (2))', () => {
    const mediating = given(...accepted, example.mediated())
    expect(mediating.referral.stage).toBe('mediating')
    expect(running(mediating.referral)).toEqual({ decideElsewhere: '2026-05-08' })
    mediating.when(example.mediated()).refused({ kind: 'mediation-begun-already' })
    const failed = mediating.when(example.mediated({ step: 'failed' })).facts('ReferralMediated')
    expect(failed.stage).toBe('accepted')
    expect(running(failed)).toEqual({ decideElsewhere: '2026-05-08' })
    given(...accepted)
      .when(example.mediated({ step: 'agreed' }))
      .refused({ kind: 'no-mediation-begun' })
  })
})

describe('行政诉讼法 art. 45 and 行政复议法 art. 34: to court within 15 days', () => {
  const accepted = [example.explained(), example.applied(), example.accepted()]
  it('from the day on which the decision was received, unless it was settled', () => {
    expect(running(given(...accepted, example.decided()).referral)).toEqual({ sueAfterDecision: '2026-05-20' })
    expect(running(given(...accepted, example.decided({ outcome: 'settled' })).referral)).toEqual({})
  })

  it('from the last day for deciding where nobody decided', () => {
    const late = given(...accepted)
      .when(example.marked('decideElsewhere#1', '2026-05-11'))
      .facts('ReferralFellOverdue')
    expect(running(late)).toEqual({ decideElsewhere: '2026-05-08', sueAfterSilence: '2026-05-25' })
  })

  it('after a refusal only where reconsideration had to come first', () => {
    expect(running(given(example.explained(), example.applied(), example.refused()).referral)).toEqual({})
    const first = example.explained({ first: 'dutyNotPerformed' })
    expect(running(given(first, example.applied(), example.refused()).referral)).toEqual({
      sueAfterRefusal: '2026-03-25',
    })
    given()
      .when(example.explained({ way: 'civilLitigation', first: 'dutyNotPerformed' }))
      .refused({ kind: 'first-by-law-only', way: 'civilLitigation' })
  })
})

describe('The rows of other ways', () => {
  it('rest on these articles', () => {
    const said = referralWays.map((way) => [
      way,
      ...Object.entries(ruleOf(way).limits).map(([clock, { span, basis, binds, extendableBy }]) => {
        const length = 'count' in span ? `${span.count} ${span.unit}` : span.unit
        return `${clock} ${binds} ${length}${extendableBy ? ` + ${extendableBy.count}` : ''} ${basisInWords(basis).zh}`
      }),
    ])
    expect(said).toEqual([
      [
        'administrativeReconsideration',
        'applyElsewhere petitioner 60 days 《行政复议法》第20条第1款',
        'examineApplication organ 5 workingDays 《行政复议法》第30条第1款',
        'correctApplication petitioner 10 workingDays 《行政复议法》第31条第2款',
        'decideElsewhere organ 60 days + 30 《行政复议法》第62条第1款',
        'decideSimplified organ 30 days 《行政复议法》第62条第2款',
        'sueAfterDecision petitioner 15 days 《行政诉讼法》第45条',
        'sueAfterRefusal petitioner 15 days 《行政复议法》第34条',
        'sueAfterSilence petitioner 15 days 《行政诉讼法》第45条',
      ],
      ['administrativeLitigation', 'examineApplication organ 7 days 《行政诉讼法》第51条第2款'],
      [
        'labourArbitration',
        'examineApplication organ 5 days 《劳动争议调解仲裁法》第29条',
        'decideElsewhere organ 45 days + 15 《劳动争议调解仲裁法》第43条第1款',
        'sueAfterDecision petitioner 15 days 《劳动争议调解仲裁法》第50条',
      ],
      [
        'landContractArbitration',
        'decideElsewhere organ 60 days + 30 《农村土地承包经营纠纷调解仲裁法》第47条',
        'sueAfterDecision petitioner 30 days 《农村土地承包经营纠纷调解仲裁法》第48条',
      ],
      ['civilLitigation', 'examineApplication organ 7 days 《民事诉讼法》第126条'],
      ['mediationBeforeFiling'],
      ['courtMediation'],
    ])
  })

  it('agree with what the law tells petitioners of the same limits', () => {
    const [told] = otherProcedures.administrativeReconsideration.limits
    expect(told.span).toEqual(referrals.administrativeReconsideration.limits.applyElsewhere.span)
    expect(otherProcedures.labourArbitration.limits[2].span).toEqual(
      referrals.labourArbitration.limits.sueAfterDecision.span,
    )
    expect(otherProcedures.landContractArbitration.limits[1].span).toEqual(
      referrals.landContractArbitration.limits.sueAfterDecision.span,
    )
    expect(otherProcedures.administrativeLitigation.limits[1].span).toEqual(
      referrals.administrativeReconsideration.limits.sueAfterDecision.span,
    )
  })
})

describe('ADR 0050: what the petitioner did only they say, or whoever they ask', () => {
  const byBureau = { actor: bureau } as const
  it('is written down by the organ that told them only where they asked for it', () => {
    given(example.explained())
      .when(example.applied(byBureau))
      .refused({ kind: 'petitioner-must-ask', basis: byDecision('0050') })
    const referral = given(example.explained())
      .when(example.applied({ ...byBureau, asked: 'byPhone', source: 'paperShown' }))
      .facts('ApplicationRecorded')
    expect(referral.application).toMatchObject({ source: 'paperShown', asked: 'byPhone' })
  })

  it('is never written down by whoever they went to; that one says what it did itself', () => {
    const applied = given(example.explained(), example.applied())
    applied.when(example.closed({ actor: justice, ending: 'withdrawn' })).refusedAs('referral-not-yours')
    const accepted = applied
      .when(example.accepted({ actor: justice, asked: 'inPerson', source: 'ownWord' }))
      .facts('ReferralAccepted')
    expect(accepted.acceptance).toMatchObject({ source: 'organ' })
  })

  it('is seen by whoever they went to only where they let it', () => {
    given(example.explained())
      .when(example.accepted({ actor: justice }))
      .refusedAs('referral-not-yours')
    const kept = given(example.explained(), example.applied({ shared: false }))
    kept.when(example.accepted({ actor: justice })).refusedAs('referral-not-yours')
    expect(referralRows(kept.referral).referral_party?.map(({ organ }) => organ)).toEqual(['', 'county.bureau'])
    const ended = given(example.explained(), example.applied())
      .when({
        type: 'ShareReferral',
        on: day('2026-03-05'),
        actor: petitioner,
        shared: false,
        source: 'ownWord',
        asked: null,
      })
      .facts('ReferralShared')
    expect(ended.shared).toBe(false)
    given(example.explained({ to: { organ: null, name: sealed('name') } }))
      .when(example.applied())
      .refused({ kind: 'nothing-to-share' })
  })

  it('is given up only by their own word', () => {
    const going = given(example.explained())
    going
      .when(example.closed({ ...byBureau, asked: 'inPerson', source: 'paperShown', ending: 'notPursued' }))
      .refused({ kind: 'only-petitioner-ends', basis: byDecision('0050') })
    going.when(example.closed()).refused({ kind: 'not-decided-yet' })
    const ended = going.when(example.closed({ ending: 'notPursued' })).facts('ReferralClosed')
    expect(running(ended)).toEqual({})
  })

  it('is theirs alone among several petitioners', () => {
    given(example.explained())
      .when(example.applied({ actor: { ...petitioner, person: 'p2' } }))
      .refused({ kind: 'no-such-referral' })
  })

  it('happens on a day that has come', () => {
    given(example.explained())
      .when(example.applied({ appliedOn: day('2026-03-05') }))
      .refused({ kind: 'day-not-come', day: day('2026-03-05'), today: day('2026-03-04') })
  })
})

describe('Reminders', () => {
  it('come once, ten days before a long limit and three before a short one', () => {
    const before = given(example.explained())
    before.when(example.reminded('applyElsewhere#1', '2026-04-10')).refusedAs('clock-still-running')
    const told = before.when(example.reminded('applyElsewhere#1', '2026-04-11')).facts('PetitionerReminded')
    expect(told.reminded).toEqual(['applyElsewhere#1'])
    given(example.explained(), example.reminded('applyElsewhere#1', '2026-04-11'))
      .when(example.reminded('applyElsewhere#1', '2026-04-12'))
      .refusedAs('clock-still-running')
    const decided = given(example.explained(), example.applied(), example.accepted(), example.decided())
    decided.when(example.reminded('sueAfterDecision#1', '2026-05-16')).refusedAs('clock-still-running')
    decided.when(example.reminded('sueAfterDecision#1', '2026-05-17')).facts('PetitionerReminded')
  })

  it('are of what binds the petitioner and nobody else', () => {
    given(example.explained(), example.applied())
      .when(example.reminded('examineApplication#1', '2026-03-10'))
      .refusedAs('clock-still-running')
  })

  it('also come before a day that a paper names', () => {
    const noted = given(example.explained(), example.noted())
    expect(running(noted.referral)).toMatchObject({ dayOnPaper: '2026-03-25' })
    noted.when(example.reminded('dayOnPaper#1', '2026-03-22')).facts('PetitionerReminded')
    noted.when(example.noted({ day: day('2026-03-10') })).refusedAs('day-not-ahead')
  })
})

describe('信访工作条例 art. 28 (3), 30 (3): whoever the petition is about', () => {
  const keptFrom = [id('county.land')]
  it('is nobody to whom anybody is led, nor is whoever stands below', () => {
    for (const organ of [id('county.land'), id('county.survey')]) {
      given()
        .when(example.explained({ beginning: example.beginning({ keptFrom }), to: { organ, name: null } }))
        .refused({ kind: 'referred-to-kept-out', organ, basis: article(30, 3) })
    }
  })
  it('neither explains anything nor learns of it, from when it is known', () => {
    const clerk = staff('county.land', 'land')
    given()
      .when(example.explained({ actor: clerk, beginning: example.beginning({ keptFrom, guide: id('county.land') }) }))
      .refused({ kind: 'no-such-referral' })
    const kept = { ...{ keptFrom: [id('county.bureau')], officials: [], recused: [] }, about: [] }
    const later = given(example.explained())
      .when({ type: 'KeepReferral', on: day('2026-03-03'), actor: house, ...kept })
      .facts('ReferralKept')
    expect(decide(later, example.applied({ actor: bureau, asked: 'byPhone' }), world)).toMatchObject({
      error: { kind: 'no-such-referral' },
    })
    expect(referralRows(later).referral_party?.map(({ organ }) => organ)).toEqual([''])
  })
  it('nor does an official who is named, who answers to one, or who withdrew', () => {
    const asked = { asked: 'byPhone' } as const
    for (const more of [{ officials: ['bureau'] }, { recused: ['bureau'] }]) {
      given(example.explained({ beginning: example.beginning(more) }))
        .when(example.applied({ actor: bureau, ...asked }))
        .refused({ kind: 'no-such-referral' })
    }
    given(example.explained({ beginning: example.beginning({ officials: ['chief'] }) }))
      .when(example.applied({ actor: { ...bureau, answersTo: ['chief'] }, ...asked }))
      .refused({ kind: 'no-such-referral' })
  })
})

describe('Where somebody is led', () => {
  it('is one place, which is there', () => {
    given()
      .when(example.explained({ to: { organ: null, name: null } }))
      .refused({ kind: 'referred-to-nobody' })
    given()
      .when(example.explained({ to: { organ: id('county.justice'), name: sealed('name') } }))
      .refused({ kind: 'referred-to-nobody' })
    given()
      .when(example.explained({ to: { organ: id('nowhere'), name: null } }))
      .refused({ kind: 'unknown-organ', organ: id('nowhere') })
    given()
      .when(example.explained({ beginning: example.beginning({ person: '' }) }))
      .refused({ kind: 'no-such-petitioner' })
    given()
      .when(example.explained({ knownOn: day('2026-03-03') }))
      .refusedAs('day-not-come')
    given()
      .when(example.explained({ actor: staff('county.bureau', 'x', 'auditor') }))
      .refusedAs('referral-not-yours')
    given(example.explained()).when(example.explained()).refused({ kind: 'referral-explained-already' })
  })
  it('is carried on by whoever succeeds it', () => {
    const merged = example.worldWith({ 'county.justice': { state: 'merged', successors: [id('county')] } })
    const after = given(example.explained(), example.applied())
      .when({ type: 'PassReferralOn', on: day('2026-03-05'), actor: house }, merged)
      .facts('ReferralPassedOn')
    expect(after.to.organ).toBe('county')
    expect(after.clocks.at(-1)?.bearer).toEqual({ organ: 'county' })
  })
})

describe('What can be done', () => {
  it('is said of every act to the petitioner and the organ that told them, and of its own to the body', () => {
    const { referral } = given(example.explained(), example.applied())
    const allowed = (actor: Parameters<typeof actionsOf>[1]) =>
      actionsOf(referral, actor, day('2026-03-05'), world)
        .filter(({ refusal }) => refusal === null)
        .map(({ action }) => action)
    const now = ['ask-correction', 'accept', 'refuse', 'mediate', 'outcome', 'note-day']
    expect(allowed(petitioner)).toEqual(['share', ...now, 'close'])
    expect(allowed(bureau)).toEqual(['share', ...now, 'close'])
    expect(allowed(justice)).toEqual(now)
    expect(actionsOf(referral, staff('county', 'x'), day('2026-03-05'), world)).toEqual([])
    expect(actionsOf(referral, petitioner, day('2026-03-05'), world)).toHaveLength(referralActions.length)
  })
})

describe('A referral of an erased petition', () => {
  it('keeps that it was, with no limit, no file and nothing more to do', () => {
    const erased = given(example.explained(), example.applied())
      .when({ type: 'EraseReferral', on: day('2026-03-05'), actor: house })
      .facts('ReferralErased')
    expect(running(erased)).toEqual({})
    expect(decide(erased, example.accepted(), world)).toMatchObject({ error: { kind: 'referral-erased' } })
    expect(referralRows(erased).file_reference).toEqual([])
  })
})

describe('What one key can write', () => {
  const share = (shared: boolean) =>
    ({
      type: 'ShareReferral',
      on: day('2026-03-05'),
      actor: petitioner,
      shared,
      source: 'ownWord',
      asked: null,
    }) as const
  const full = (referral: Referral) => ({ ...referral, version: mostFacts })

  it('is the same thing once: asked again it leaves no second fact', () => {
    const shown = given(example.explained(), example.applied({ shared: true }))
    shown.when(share(true)).refused({ kind: 'answered-already' })
    shown.when(share(false)).facts('ReferralShared')
  })

  it('ends somewhere, except for taking sight back and for giving the way up', () => {
    const { referral } = given(example.explained(), example.applied({ shared: true }))
    const noted = {
      ...({ type: 'NoteDay', on: day('2026-03-05'), day: day('2026-04-01'), what: sealed('what') } as const),
      ...({ actor: petitioner, source: 'ownWord', asked: null } as const),
    }
    expect(decide({ ...referral, version: mostFacts - 1 }, noted, world)).toMatchObject({ ok: true })
    expect(decide(full(referral), noted, world)).toEqual({
      ok: false,
      error: { kind: 'history-full', atMost: mostFacts },
    })
    const ended = { type: 'CloseReferral', ending: 'notPursued', note: null, on: day('2026-03-05') } as const
    const own = { actor: petitioner, source: 'ownWord', asked: null } as const
    for (const command of [share(false), { ...ended, ...own }])
      expect(decide(full(referral), command, world)).toMatchObject({ ok: true })
  })
})
