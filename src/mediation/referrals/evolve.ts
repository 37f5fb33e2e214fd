import { applyClockChange } from '../../kernel/running-clock.ts'
import type { Referral, ReferralFact, ReferralFactOf, ReferralFactType, ReferralState } from './referral.ts'

type Evolvers = {
  readonly [T in Exclude<ReferralFactType, 'ReferralExplained'>]: (
    referral: Referral,
    fact: ReferralFactOf<T>,
  ) => Referral
}

/** What a fact changes. A fact says what the rules concluded, so the law is not looked at. Throws on an impossible history. */
export function evolve(state: ReferralState, fact: ReferralFact): Referral {
  const changed = afterFact(state, fact)
  const clocks = (fact.clocks ?? []).reduce(applyClockChange, changed.clocks)
  const movedOn = quiet.has(fact.type) ? changed.movedOn : fact.on
  return { ...changed, clocks, movedOn, version: changed.version + 1 }
}

/** After which nothing has become of it. */
const quiet: ReadonlySet<ReferralFactType> = new Set<ReferralFactType>(['ReferralKept', 'ReferralClocksRecounted'])

function afterFact(state: ReferralState, fact: ReferralFact): Referral {
  if (fact.type === 'ReferralExplained') {
    if (state !== null) throw new Error('explained twice')
    return explained(fact)
  }
  if (state === null) throw new Error(`${fact.type} before there was a referral`)
  const apply = evolvers[fact.type] as ((referral: Referral, fact: ReferralFact) => Referral) | undefined
  if (!apply) throw new Error(`a fact nobody knows: ${(fact as { type: string }).type}`)
  return apply(state, fact)
}

function explained(fact: ReferralFactOf<'ReferralExplained'>): Referral {
  const { type: _, on, clocks: __, ...beginning } = fact
  return {
    ...beginning,
    // facts of a time when nobody was told without a petition do not say so
    visit: beginning.visit ?? null,
    ...({ version: 0, stage: 'explained', explainedOn: on, movedOn: on } as const),
    ...{ application: null, shared: false, corrections: [], acceptance: null, refusal: null, mediation: [] },
    ...{ outcome: null, days: [], reminded: [], ending: null, erasedOn: null, clocks: [] },
  }
}

const evolvers: Evolvers = {
  /** Applied for again after a refusal it begins anew. */
  ApplicationRecorded: (referral, { appliedOn, proof, shared, materials, source, asked }) => ({
    ...referral,
    ...{ stage: 'applied', shared, application: { on: appliedOn, proof, materials, source, asked } },
    ...{ refusal: null, acceptance: null },
  }),
  ReferralShared: (referral, { shared }) => ({ ...referral, shared }),
  CorrectionAsked: (referral, { askedOn, what }) => ({
    ...referral,
    stage: 'correcting',
    corrections: [...referral.corrections, { askedOn, what, correctedOn: null }],
  }),
  CorrectionRecorded: (referral, { correctedOn }) => {
    const last = referral.corrections.at(-1)
    if (!last) throw new Error('corrected what nobody asked')
    return { ...referral, stage: 'applied', corrections: referral.corrections.with(-1, { ...last, correctedOn }) }
  },
  ReferralAccepted: (referral, { acceptedOn, track, source }) => ({
    ...referral,
    stage: 'accepted',
    acceptance: { on: acceptedOn, track, bySilence: false, source },
  }),
  AcceptancePresumed: (referral, { acceptedOn }) => ({
    ...referral,
    stage: 'accepted',
    acceptance: { on: acceptedOn, track: 'ordinary', bySilence: true, source: null },
  }),
  ReferralRefused: (referral, { receivedOn, reason, source, asked }) => ({
    ...referral,
    ...{ stage: 'refused', refusal: { on: receivedOn, reason, source, asked } },
  }),
  /** An agreement is a result once it is written down as one; what failed goes on where it was. */
  ReferralMediated: (referral, { step, day, note, source, asked }) => ({
    ...referral,
    stage: step === 'begun' ? 'mediating' : referral.acceptance === null ? 'applied' : 'accepted',
    mediation: [...referral.mediation, { day, step, note, source, asked }],
  }),
  ReferralProlonged: (referral) => referral,
  OutcomeRecorded: (referral, { receivedOn, outcome, text, materials, source, asked }) => ({
    ...referral,
    ...{ stage: 'decided', outcome: { on: receivedOn, outcome, text, materials, source, asked } },
  }),
  DayNoted: (referral, { day, what }) => ({
    ...referral,
    days: [...referral.days, { day, what, clock: `dayOnPaper#${referral.days.length + 1}` }],
  }),
  ReferralClosed: (referral, { on, ending, note }) => ({ ...referral, stage: 'closed', ending: { on, ending, note } }),
  ReferralPassedOn: (referral, { from, to }) => ({
    ...referral,
    guide: referral.guide === from ? to : referral.guide,
    to: referral.to.organ === from ? { ...referral.to, organ: to } : referral.to,
  }),
  ReferralKept: (referral, { keptFrom, officials, recused, about }) => ({
    ...referral,
    ...{ keptFrom, officials, recused, about },
  }),
  ReferralErased: (referral, { on }) => ({ ...referral, erasedOn: on }),
  PetitionerReminded: (referral, { clock }) => ({ ...referral, reminded: [...referral.reminded, clock] }),
  ReferralFellOverdue: (referral) => referral,
  ReferralLimitPassed: (referral) => referral,
  ReferralClocksRecounted: (referral) => referral,
}
