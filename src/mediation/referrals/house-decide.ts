/** What the house itself does with a referral: reminds in time, says what the law concludes from silence, and follows petition and reforms. */
import { hasPassed } from '../../kernel/clock.ts'
import { recountOpen } from '../../kernel/clock-keeping.ts'
import { isKeptOut } from '../../kernel/keeping-out.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { ok } from '../../kernel/result.ts'
import { ruleOf } from '../../law/cn-2022/referrals.ts'
import { recounting, remindOn } from './clocks.ts'
import { accept, type Decide, refuse } from './decision.ts'
import type { ReferralFact } from './referral.ts'

const stillRunning = (clock: string) => refuse({ kind: 'clock-still-running', clock })

/** Once for each limit, before it passes. */
const remindPetitioner: Decide<'RemindPetitioner'> = (referral, { on, clock: id }) => {
  const clock = referral.clocks.find((other) => other.id === id)
  const day = clock?.state === 'running' ? remindOn(clock) : null
  if (day === null || referral.reminded.includes(id) || day > on) return stillRunning(id)
  return accept({ type: 'PetitionerReminded', on, clock: id })
}

const recountReferral: Decide<'RecountReferral'> = (referral, { on }, world) => {
  const recounted = recountOpen(referral.clocks, (clock) => recounting(referral, clock, world))
  return recounted === null ? ok([]) : accept({ type: 'ReferralClocksRecounted', on, ...recounted })
}

/**
 * A limit has passed. Where the law takes silence as acceptance, it is accepted from that day; a duty stays and is overdue; of a right the
 * house says that its count has ended, and bars nobody: whether a delay is excused others decide.
 */
const markClock: Decide<'MarkClock'> = (referral, { on, actor, clock: id }, world) => {
  const clock = referral.clocks.find((other) => other.id === id)
  if (clock?.state !== 'running' || clock.overdueOn || !hasPassed(clock.lastDay, on)) return stillRunning(id)
  if (recounting(referral, clock, world))
    return recountReferral(referral, { type: 'RecountReferral', on, actor }, world)
  if (clock.rule === 'examineApplication' && ruleOf(referral.way).silenceAccepts !== undefined) {
    return accept({ type: 'AcceptancePresumed', on, acceptedOn: clock.lastDay, clock: id })
  }
  return clock.after === 'overdue'
    ? accept({ type: 'ReferralFellOverdue', on, clock: id, clocks: [{ change: 'fellOverdue', id, on }] })
    : accept({ type: 'ReferralLimitPassed', on, clock: id, clocks: [{ change: 'lapsed', id, on }] })
}

/** From whom the petition is kept now; nobody who was kept out is let in again by it. */
const keepReferral: Decide<'KeepReferral'> = (referral, { on, keptFrom, officials, recused, about }) => {
  const both = <T>(was: readonly T[], is: readonly T[]): readonly T[] => [...new Set([...was, ...is])]
  const kept = {
    keptFrom: both(referral.keptFrom, keptFrom),
    officials: both(referral.officials, officials),
    recused: both(referral.recused, recused),
    about: both(referral.about, about),
  }
  const isNews = (['keptFrom', 'officials', 'recused', 'about'] as const).some(
    (part) => kept[part].length > referral[part].length,
  )
  return isNews ? accept({ type: 'ReferralKept', on, ...kept }) : ok([])
}

const eraseReferral: Decide<'EraseReferral'> = ({ erasedOn }, { on }) =>
  erasedOn === null ? accept({ type: 'ReferralErased', on }) : ok([])

/** 分立、合并、撤销 (art. 24 (2)): whoever carries an organ on, unless it must not know of the petition. */
const passReferralOn: Decide<'PassReferralOn'> = (referral, { on }, { organs }) => {
  const ended = [referral.guide, ...(referral.to.organ === null ? [] : [referral.to.organ])].filter(
    (organ) => organs.find(organ)?.state !== 'active',
  )
  return ok(
    [...new Set(ended)].flatMap((from): readonly ReferralFact[] => {
      const isHeir = (heir: OrganId) =>
        organs.find(heir)?.state === 'active' && !isKeptOut(referral.keptFrom, heir, organs)
      const to = organs.find(from)?.successors.find(isHeir)
      return to === undefined ? [] : [{ type: 'ReferralPassedOn', on, from, to }]
    }),
  )
}

export const houseDecisions = {
  PassReferralOn: passReferralOn,
  KeepReferral: keepReferral,
  EraseReferral: eraseReferral,
  RemindPetitioner: remindPetitioner,
  MarkClock: markClock,
  RecountReferral: recountReferral,
} as const
