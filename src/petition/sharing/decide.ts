import { type Day, isBefore } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { accept, activeOrgan, type Decide, refuse } from '../decision.ts'
import type { Fact, Of, Petition, Refusal, World } from '../petition.ts'
import { readsAccusations, refusalOfAccused } from '../routing/accused.ts'
import { officialsIn, refusalOfLed } from '../safeguards/recusal.ts'
import type { Sight, SightCause } from './words.ts'

export const isSameCause = (one: SightCause, other: SightCause): boolean =>
  one.kind === other.kind && one.stream === other.stream

/** What is still given, whether its last day has passed or not: a day that has passed is ended by a fact. */
export const openSights = ({ sights }: Petition): readonly Sight[] => sights.filter(({ endedOn }) => endedOn === null)

const shareSight: Decide<'ShareSight'> = (petition, command, world) => {
  const { on, with: organ, because, until } = command
  const accounts = command.accounts && [...new Set(command.accounts)].sort()
  const known = activeOrgan(organ, world)
  if (!known.ok) return known
  if (until !== null && isBefore(until, on)) return refuse({ kind: 'not-before-today', day: until, today: on })
  const refusal = refusalToShow(petition, command, world)
  if (refusal) return refuse(refusal)
  const open = openSights(petition).find((sight) => sight.organ === organ && isSameCause(sight.because, because))
  const ref = open?.ref ?? `s${petition.sights.length + 1}`
  const shared = { type: 'SightShared', on, ref, organ, accounts, because, until } as const
  return open && isAlike(open, shared) ? accept() : accept(shared)
}

/** Whoever must not learn of the matter is shown nothing, whoever asks for it (art. 28 (3), 30 (3)); an accusation only competent bodies. */
function refusalToShow(petition: Petition, command: Of<'ShareSight'>, world: World): Refusal | null {
  const { with: organ, accounts } = command
  const refusal = refusalOfAccused(petition, organ, world) ?? refusalOfLed(petition, organ, world)
  if (refusal) return refusal
  const { principles } = world.law
  if (petition.class === 'accusation' && !readsAccusations(world.organs.find(organ)))
    return { kind: 'not-the-competent-body', basis: principles.onlyTheCompetentBodyHandlesAccusations.basis }
  const keptOut = [...officialsIn(petition), ...petition.recused.map(({ account }) => account)]
  const isKeptOut = accounts?.some((account) => keptOut.includes(account))
  return isKeptOut ? { kind: 'recused', basis: principles.whoIsConcernedStepsAside.basis } : null
}

const isAlike = (one: Pick<Sight, 'accounts' | 'until'>, other: Pick<Sight, 'accounts' | 'until'>): boolean =>
  one.until === other.until && one.accounts?.join() === other.accounts?.join() && !one.accounts === !other.accounts

/** Ending what has ended already changes nothing. */
const endSight: Decide<'EndSight'> = (petition, { on, because, with: organ }) => {
  const ending = openSights(petition).filter(
    (sight) => isSameCause(sight.because, because) && (organ === null || sight.organ === organ),
  )
  return accept(...ending.map((sight) => sightEnded(sight, on)))
}

export const sightEnded = ({ ref, organ, because }: Sight, on: Day): Fact => ({
  type: 'SightEnded',
  ...{ on, ref, organ, because },
})

/** Whose last day has passed, on that day. */
export const sightsOver = (petition: Petition, today: Day): readonly Sight[] =>
  openSights(petition).filter(({ until }) => until !== null && isBefore(until, today))

/** Ends what an organ was given, whatever for: it may not have the matter any more. */
const takeSight: Decide<'TakeSight'> = (petition, { on, from }) => accept(...takenFrom(petition, [from], on))

const takenFrom = (petition: Petition, organs: readonly OrganId[], on: Day): readonly Fact[] => [
  ...openAssistances(petition)
    .filter(({ organ }) => organs.includes(organ))
    .map(({ ref, organ }): Fact => ({ type: 'AssistanceEnded', on, ref, organ })),
  ...openSights(petition)
    .filter(({ organ }) => organs.includes(organ))
    .map((sight) => sightEnded(sight, on)),
]

const openAssistances = ({ assistances }: Petition) => assistances.filter(({ standing }) => standing !== 'ended')

/** What turns out to be an accusation stays open to competent bodies alone, whoever was shown it before (art. 30 (1)). */
export const takenAsAccusation = (petition: Petition, on: Day, { organs }: World): readonly Fact[] =>
  takenFrom(
    petition,
    [...openAssistances(petition), ...openSights(petition)]
      .map(({ organ }) => organ)
      .filter((organ) => !readsAccusations(organs.find(organ))),
    on,
  )

const lapseSight: Decide<'LapseSight'> = (petition, { on }) =>
  accept(...sightsOver(petition, on).map((sight) => sightEnded(sight, on)))

export const sharingDecisions = {
  ShareSight: shareSight,
  EndSight: endSight,
  TakeSight: takeSight,
  LapseSight: lapseSight,
}
