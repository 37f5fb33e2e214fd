import { isBefore } from '../kernel/day.ts'
import { lineOf, type OrganFacts, type OrganId, type OrganLevel, type Organs } from '../kernel/organ.ts'
import { err, ok, type Result, unreachable } from '../kernel/result.ts'
import {
  type Administrator,
  documentCodeOf,
  type Organ,
  type OrganCommand,
  type OrganCommandOf,
  type OrganFact,
  type OrganPlace,
  type OrganRefusal,
  type OrganState,
  type OrganWorld,
} from './organ.ts'

type Decision = Result<readonly OrganFact[], OrganRefusal>

export function decideOrgan(state: OrganState, command: OrganCommand, world: OrganWorld): Decision {
  if (command.type === 'OpenOrgan') return state === null ? open(command, world) : err({ kind: 'organ-exists' })
  if (state === null) return err({ kind: 'no-such-organ' })
  if (state.state !== 'active') return err({ kind: 'organ-ended', state: state.state })
  if (!administers(command.by, state.id, world.organs)) return err({ kind: 'outside-your-organs' })
  if (isBefore(command.on, state.lastActOn)) return err({ kind: 'earlier-than-last-act', lastActOn: state.lastActOn })
  if (endsFromAbove(state, command, world)) return err({ kind: 'only-its-own-administrator', organ: state.id })
  switch (command.type) {
    case 'RenameOrgan':
      return rename(state, command)
    case 'SetDocumentCode':
      return setCode(state, command, world)
    case 'MoveOrgan':
      return move(state, command, world)
    case 'MergeOrgan':
      return end(state, [command.into], world, { type: 'OrganMerged', on: command.on, into: command.into })
    case 'SplitOrgan':
      return split(state, command, world)
    case 'AbolishOrgan':
      return abolish(state, command, world)
    default:
      return unreachable(command)
  }
}

/**
 * An administrator's reach is their own organ and all below it. A petition bureau (信访局) keeps the books of the
 * government that it is a department of, so its administrators reach what is below that government.
 */
export function administers(by: Administrator, organ: OrganId, organs: Organs): boolean {
  if (by.kind === 'system') return true
  const own = organs.find(by.organ)
  if (own === undefined || own.state !== 'active') return false
  const top = own.kind === 'bureau' && own.parent !== null ? own.parent : own.id
  return lineOf(organs, organ).some(({ id }) => id === top)
}

/**
 * The organ that supervises the others (纪检监察) may have to look into whoever administers above it. So only an administrator
 * of the organ itself decides who sits there and whether it goes on; the house, at its command line, founds it (ADR 0014).
 * The office's directory, whose word comes in by sign-on, is kept from above too.
 */
export const isAnsweredForBy = (by: Administrator, organ: OrganId, organs: Organs): boolean =>
  organs.find(organ)?.kind !== 'discipline' || (by.kind === 'system' ? by.task !== 'sign-on' : by.organ === organ)

function open(command: OrganCommandOf<'OpenOrgan'>, world: OrganWorld): Decision {
  const { type: _, by, ...opened } = command
  const reach = opened.parent === null ? by.kind === 'system' : administers(by, opened.parent, world.organs)
  const misplaced = misplacement(opened.id, opened, world.organs)
  if (misplaced !== null) return err(misplaced)
  return reach ? ok([{ type: 'OrganOpened', ...opened }]) : err({ kind: 'outside-your-organs' })
}

const endings: readonly OrganCommand['type'][] = ['MergeOrgan', 'SplitOrgan', 'AbolishOrgan']

/** Else an accusation would pass to an heir whose posts are given from above. */
const endsFromAbove = ({ id }: Organ, { type, by }: OrganCommand, { organs, isAdministered }: OrganWorld): boolean =>
  endings.includes(type) && isAdministered && !isAnsweredForBy(by, id, organs)

function rename({ name: old }: Organ, { on, name }: OrganCommandOf<'RenameOrgan'>): Decision {
  if (name.zh === old.zh && name.en === old.en) return err({ kind: 'nothing-changes' })
  return ok([{ type: 'OrganRenamed', on, name }])
}

/** Two organs with one code would have two papers with one number. */
function setCode(organ: Organ, { on, code }: OrganCommandOf<'SetDocumentCode'>, world: OrganWorld): Decision {
  if (code === organ.documentCode) return err({ kind: 'nothing-changes' })
  const owner = world.codeOwner(documentCodeOf({ ...organ, documentCode: code }))
  if (owner !== undefined && owner !== organ.id) return err({ kind: 'code-of-another', organ: owner })
  return ok([{ type: 'DocumentCodeSet', on, code }])
}

function move(organ: Organ, command: OrganCommandOf<'MoveOrgan'>, { organs }: OrganWorld): Decision {
  const { on, by, region, parent, leadBy } = command
  if (region === organ.region && parent === organ.parent && leadBy === organ.leadBy)
    return err({ kind: 'nothing-changes' })
  const misplaced = misplacement(organ.id, { ...organ, region, parent, leadBy }, organs)
  if (misplaced !== null) return err(misplaced)
  const reach = parent === organ.parent || (parent === null ? by.kind === 'system' : administers(by, parent, organs))
  return reach ? ok([{ type: 'OrganMoved', on, region, parent, leadBy }]) : err({ kind: 'outside-your-organs' })
}

function split(organ: Organ, { on, into }: OrganCommandOf<'SplitOrgan'>, world: OrganWorld): Decision {
  const successors = [...new Set(into)]
  if (successors.length < 2) return err({ kind: 'too-few-successors' })
  return end(organ, successors, world, { type: 'OrganSplit', on, into: successors })
}

function abolish(organ: Organ, { on, successor }: OrganCommandOf<'AbolishOrgan'>, world: OrganWorld): Decision {
  return end(organ, successor === null ? [] : [successor], world, { type: 'OrganAbolished', on, successor })
}

/** An organ ends only when nobody is left under it and everyone who carries its duties on is there to do so. */
function end(organ: Organ, successors: readonly OrganId[], world: OrganWorld, fact: OrganFact): Decision {
  if (successors.includes(organ.id)) return err({ kind: 'successor-of-itself' })
  for (const successor of successors) {
    const found = active(successor, world.organs)
    if (!found.ok) return found
  }
  const below = world.organs.childrenOf(organ.id).filter(({ state }) => state === 'active')
  if (below.length > 0) return err({ kind: 'has-subordinates', organs: below.map(({ id }) => id) })
  const { here, elsewhere } = world.administrators
  if (here > 0 && elsewhere === 0) return err({ kind: 'last-administrator' })
  return ok([fact])
}

const rank: Readonly<Record<OrganLevel, number>> = {
  nation: 0,
  province: 1,
  prefecture: 2,
  county: 3,
  township: 4,
  village: 5,
}

function misplacement(id: OrganId, place: OrganPlace, organs: Organs): OrganRefusal | null {
  for (const superior of [place.parent, place.leadBy]) {
    if (superior === null) continue
    if (superior === id) return { kind: 'under-itself' }
    const found = active(superior, organs)
    if (!found.ok) return found.error
    const { level } = found.value
    if (rank[level] > rank[place.level]) return { kind: 'superior-too-low', superior, level }
    if (chainAbove(superior, organs).has(id)) return { kind: 'under-itself' }
  }
  return outsideRegion(place, organs)
}

/** Everything above an organ by administration or by profession: a circle of either kind would have no top. */
function chainAbove(id: OrganId, organs: Organs): ReadonlySet<OrganId> {
  const above = new Set<OrganId>([id])
  for (const each of above) {
    const found = organs.find(each)
    for (const superior of [found?.parent, found?.leadBy]) if (superior) above.add(superior)
  }
  return above
}

const wholeCountry = '00'

/** An administrative superior governs the place where the organ is; the profession may lead from elsewhere. */
function outsideRegion({ parent, region }: OrganPlace, organs: Organs): OrganRefusal | null {
  const superior = parent === null ? undefined : organs.find(parent)
  if (superior === undefined || superior.region === wholeCountry || region.startsWith(superior.region)) return null
  return { kind: 'outside-the-superior-region', superior: superior.id, region: superior.region }
}

function active(id: OrganId, organs: Organs): Result<OrganFacts, OrganRefusal> {
  const found = organs.find(id)
  if (found === undefined) return err({ kind: 'unknown-organ', organ: id })
  if (found.state === 'active') return ok(found)
  return err({ kind: 'organ-not-active', organ: id, successors: found.successors })
}
