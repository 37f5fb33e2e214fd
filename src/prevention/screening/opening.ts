/** What a campaign may be: who opens it, where, and until when the places report. */
import { isBefore } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import { article, articleWithoutNumber, decided } from '../../law/basis.ts'
import { isWithinRegion, type RegionCode } from '../../law/codes/regions.ts'
import { dueIn, periodAround } from './period.ts'
import type { Of, Round, ScreeningFact, ScreeningRefusal, ScreeningWorld, StaffActor } from './screening.ts'
import { works } from './sight.ts'

/** 信访部门、党委、政府、乡镇、联席会议、综治中心: who looks after a place and may ask that disputes be looked for in it. */
const keepers: ReadonlySet<string> = new Set([
  ...['bureau', 'government', 'party', 'township', 'conference', 'mediationCentre'],
])

/** One campaign is one stream to which every place writes; where there are more, it is opened county by county. */
export const mostAreas = 1000

export const basisOfScreening = articleWithoutNumber(10, '0046')

/** Who may open one at all. */
export function refusalToOpen(
  { organ, posts }: Pick<StaffActor, 'organ' | 'posts'>,
  { organs }: Pick<ScreeningWorld, 'organs'>,
): ScreeningRefusal | null {
  const own = organs.find(organ)
  const may = own?.state === 'active' && keepers.has(own.kind) && own.level !== 'village' && works(posts)
  return may ? null : { kind: 'screening-not-yours', basis: article(10) }
}

export function openScreening(
  command: Of<'OpenScreening'>,
  world: ScreeningWorld,
): Result<readonly ScreeningFact[], ScreeningRefusal> {
  const { on, actor, title, brief, category, areas } = command
  const keeper = actor.kind === 'staff' ? actor.organ : (command.keeper as OrganId)
  const refusal = actor.kind === 'staff' ? refusalToOpen(actor, world) : null
  const own = world.organs.find(keeper)
  if (refusal) return err(refusal)
  if (own?.state !== 'active') return err({ kind: 'unknown-organ', organ: keeper })
  const ofAreas = refusalOfAreas(command, own.region, world)
  if (ofAreas) return err(ofAreas)
  const timed = timesOf(command, world)
  if (!timed.ok) return timed
  const account = actor.kind === 'staff' ? actor.account : null
  return ok([
    {
      ...{ type: 'ScreeningOpened', on, pack: world.pack, keeper, region: own.region, account, title, brief },
      ...{ category, areas, ...timed.value },
    },
  ])
}

function refusalOfAreas({ areas }: Of<'OpenScreening'>, region: string, { organs }: ScreeningWorld) {
  if (areas.length === 0) return { kind: 'no-area-named' } as const
  if (areas.length > mostAreas) return { kind: 'too-many-areas', count: areas.length, most: mostAreas } as const
  const seen = new Set<string>()
  for (const { area, organ } of areas) {
    if (seen.has(area)) return { kind: 'area-named-twice', area } as const
    seen.add(area)
    if (!isWithinRegion(area as RegionCode, region as RegionCode)) return { kind: 'area-outside-region', area } as const
    if (organs.find(organ)?.state !== 'active') return { kind: 'no-such-area', area } as const
  }
  return null
}

/** A regular one takes its round and its day from the law; a special one names its day. */
function timesOf(
  { on, rhythm, due, first, number }: Of<'OpenScreening'>,
  { law }: ScreeningWorld,
): Result<{ readonly round: Round | null; readonly due: Of<'OpenScreening'>['on'] }, ScreeningRefusal> {
  if (rhythm === null) {
    if (due === null) return err({ kind: 'needs-day' })
    return isBefore(due, on) ? err({ kind: 'day-not-ahead', day: due, today: on }) : ok({ round: null, due })
  }
  const rule = law.screenings[rhythm]
  if (rule === undefined) return err({ kind: 'rhythm-unknown' })
  const period = periodAround(on, rhythm)
  return ok({ round: { rhythm, ...period, first, number }, due: dueIn(period, rule, on) })
}

/** That a dispute is kept from somebody is not shown by a campaign that everybody of the place reads. */
export const keptBasis = decided('0046')
