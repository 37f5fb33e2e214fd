import { lastDayOf } from '../../kernel/month.ts'
import type { OrganFacts, OrganId, OrganLevel } from '../../kernel/organ.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import {
  type Drawn,
  type FiguresActor,
  type FiguresCommand,
  type FiguresFact,
  type FiguresRefusal,
  type FiguresState,
  type FiguresWorld,
  figuresFormat,
  type Of,
  publishingPosts,
} from './figures.ts'

export type FiguresDecision = Result<readonly FiguresFact[], FiguresRefusal>

/** What may follow from a command: who may publish, then whether the month is one to be published. */
export function decide(state: FiguresState, command: FiguresCommand, world: FiguresWorld): FiguresDecision {
  const refusal = refusalTo(command, world)
  if (refusal) return err(refusal)
  return command.type === 'PublishFigures' ? publishFigures(state, command) : correctFigures(state, command)
}

function refusalTo({ actor, month, on }: FiguresCommand, world: FiguresWorld): FiguresRefusal | null {
  const refusal = refusalOf(actor, world)
  if (refusal) return refusal
  const lastDay = lastDayOf(month)
  return on > lastDay ? null : { kind: 'month-not-over', month, lastDay }
}

/** The figures are those of the whole house, so they are published at its head. */
function refusalOf(actor: FiguresActor, { publishers }: FiguresWorld): FiguresRefusal | null {
  if (actor.kind === 'house') return null
  if (!publishingPosts.some((post) => actor.posts.includes(post)))
    return { kind: 'not-the-publishing-post', posts: publishingPosts }
  return publishers.includes(actor.organ) ? null : { kind: 'not-the-publishing-organ', publishers }
}

function publishFigures(state: FiguresState, { month, on, drawn }: Of<'PublishFigures'>): FiguresDecision {
  if (state !== null) return err({ kind: 'figures-already-published', month })
  return ok([{ type: 'FiguresPublished', on, month, format: figuresFormat, ...bare(drawn) }])
}

/** A further edition, with a reason. Nothing takes the place of what was published. */
function correctFigures(state: FiguresState, { month, on, drawn, reason }: Of<'CorrectFigures'>): FiguresDecision {
  const last = state?.editions.at(-1)
  if (last === undefined) return err({ kind: 'figures-not-published', month })
  if (last.fingerprint === drawn.fingerprint) return err({ kind: 'figures-unchanged', month })
  const edition = last.edition + 1
  return ok([{ type: 'FiguresCorrected', on, month, edition, reason, format: figuresFormat, ...bare(drawn) }])
}

const bare = ({ logSize, cases, extract, counts, fingerprint }: Drawn): Drawn => ({
  ...{ logSize, cases, extract, counts, fingerprint },
})

const levels: readonly OrganLevel[] = ['nation', 'province', 'prefecture', 'county', 'township', 'village']

/**
 * The bureaus at the head of the house: of those where somebody holds a post from which figures are published, the ones of the highest
 * level. A national bureau that is only there as an addressee has nobody in this house.
 */
export function publishersAmong(
  organs: Iterable<Pick<OrganFacts, 'id' | 'kind' | 'level' | 'state'>>,
  held: ReadonlySet<OrganId>,
): readonly OrganId[] {
  const bureaus = [...organs].filter(({ id, kind, state }) => kind === 'bureau' && state === 'active' && held.has(id))
  const highest = levels.find((level) => bureaus.some((bureau) => bureau.level === level))
  return bureaus.filter(({ level }) => level === highest).map(({ id }) => id)
}
