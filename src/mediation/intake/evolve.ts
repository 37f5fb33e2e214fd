import type { Intake, IntakeFact, IntakeState } from './intake.ts'

/** What a fact changes. Throws on an impossible history. */
export function evolve(state: IntakeState, fact: IntakeFact): Intake {
  if (fact.type === 'IntakeRecorded') {
    if (state !== null) throw new Error('taken in twice')
    const { type: _, on, ...taken } = fact
    return {
      ...taken,
      ...({ version: 1, stage: 'waiting', takenOn: on, movedOn: on, leads: [], erasedOn: null } as const),
      ...{ keptFrom: [], officials: [], recused: [] },
    }
  }
  if (state === null) throw new Error(`${fact.type} before anybody was taken in`)
  return { ...changed(state, fact), version: state.version + 1 }
}

/** Facts of a time when nothing was begun with a lead do not say so. */
const beganNothing = { dispute: null, mediation: null, referral: null } as const

function changed(intake: Intake, fact: Exclude<IntakeFact, { type: 'IntakeRecorded' }>): Intake {
  switch (fact.type) {
    case 'IntakeLed': {
      const lead = { ...beganNothing, ...fact.lead, on: fact.on, account: fact.account, version: intake.version + 1 }
      return { ...intake, stage: 'led', movedOn: fact.on, leads: [...intake.leads, lead] }
    }
    case 'IntakeKept': {
      const { keptFrom, officials, recused } = fact
      return { ...intake, keptFrom, officials, recused }
    }
    case 'IntakeErased':
      return { ...intake, erasedOn: fact.on }
    default:
      throw new Error(`a fact nobody knows: ${(fact as { type: string }).type}`)
  }
}
