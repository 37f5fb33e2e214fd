/** Bringing something before a conference (提请研究): by whom, about what, and who must not learn of it. */
import { isKeptOut } from '../../kernel/keeping-out.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { err, ok } from '../../kernel/result.ts'
import { article, decided } from '../../law/basis.ts'
import { acts, admitted, holdsMeetings, isNamed, preparing } from './acting.ts'
import type { ConferenceRefusal, ConferenceWorld, ItemOf, Reach } from './conference.ts'
import type { ItemDecision } from './item-decide.ts'

const refuse = (refusal: ConferenceRefusal): ItemDecision => err(refusal)

/** Kinds that are about petitions; a question of policy may stand by itself. */
const aboutPetitions: readonly ItemOf<'BringItem'>['kind'][] = ['jurisdiction', 'hardCase', 'crossOrgan', 'measure']

export function bringItem(command: ItemOf<'BringItem'>, world: ConferenceWorld): ItemDecision {
  const reach = reachOf(command)
  const refusal = refusalToBring(command, world) ?? refusalOfPetitions(command) ?? refusalOfReach(command, reach, world)
  if (refusal) return refuse(refusal)
  const { on, actor, kind, conference, bringer, title, paper, petitions, against } = command
  const members = admitted(preparing(world.seats), reach, world.organs)
  const account = actor.kind === 'staff' ? actor.account : null
  return ok([
    {
      type: 'ItemBrought',
      on,
      kind,
      conference,
      bringer,
      account,
      title,
      paper,
      petitions,
      against,
      members,
      ...reach,
    },
  ])
}

/**
 * 成员单位 (art. 12 (2)), the bureaus and conferences of the area and the conference itself; and whoever referred a dispute to it (art. 24 (1)),
 * for which the house brings it.
 */
function refusalToBring(
  { actor, conference, bringer, against }: ItemOf<'BringItem'>,
  { organs, seats, law }: ConferenceWorld,
): ConferenceRefusal | null {
  const place = organs.find(conference)
  if (place?.state !== 'active' || !holdsMeetings(place, law)) {
    return { kind: 'no-conference', organ: conference, basis: article(13, 1) }
  }
  const unknown = [bringer, ...against].find((organ) => !organs.find(organ))
  if (unknown) return { kind: 'unknown-organ', organ: unknown }
  if (actor.kind === 'house') return null
  const own = organs.find(actor.organ)
  const isNear =
    actor.organ === conference ||
    seats.some(({ organ }) => organ === actor.organ) ||
    (isWithin(own?.region, place.region) && ['bureau', 'conference'].includes(own?.kind ?? ''))
  return bringer === actor.organ && isNear && acts(actor)
    ? null
    : { kind: 'conference-not-yours', basis: article(12, 2) }
}

const isWithin = (region: string | undefined, of: string): boolean => of === '00' || (region?.startsWith(of) ?? false)

function refusalOfPetitions({
  kind,
  conference,
  linked,
  petitions,
  against,
}: ItemOf<'BringItem'>): ConferenceRefusal | null {
  if (aboutPetitions.includes(kind) && petitions.length === 0) return { kind: 'linked-to-nothing' }
  if (kind === 'measure' && against.length === 0) return { kind: 'measure-against-nobody', basis: article(39, 3) }
  if (kind !== 'jurisdiction') return null
  const stranger = linked.find(({ arbiter }) => arbiter !== conference)
  return stranger ? { kind: 'not-in-dispute', petition: stranger.number, basis: article(24, 1) } : null
}

/** Whom the petitions accuse or name, and against whom a measure is asked for: they neither see the papers nor decide. */
function reachOf({ linked, against }: ItemOf<'BringItem'>): Reach {
  const keptFrom: readonly OrganId[] = [...linked.flatMap((each) => each.keptFrom), ...against]
  return {
    keptFrom: [...new Set(keptFrom)],
    officials: [...new Set(linked.flatMap(({ officials }) => officials))],
  }
}

function refusalOfReach(
  { actor, conference, bringer }: ItemOf<'BringItem'>,
  { keptFrom, officials }: Reach,
  { organs }: ConferenceWorld,
): ConferenceRefusal | null {
  const basis = article(30, 3)
  if (isKeptOut(keptFrom, conference, organs)) return { kind: 'conference-is-kept-out', basis }
  if (isKeptOut(keptFrom, bringer, organs)) return { kind: 'organ-is-kept-out', organ: bringer, basis }
  return actor.kind === 'staff' && isNamed(officials, actor) ? { kind: 'item-not-yours', basis: decided('0041') } : null
}
