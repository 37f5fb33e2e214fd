/** HTTP for the handbook: what the tables say, in words. */
import { ok } from '../../kernel/result.ts'
import type { Span } from '../../kernel/span.ts'
import type { Post } from '../../kernel/viewer.ts'
import { basisInWords } from '../../law/basis.ts'
import type { RegionCode } from '../../law/codes/regions.ts'
import { stageNames, unfinishedStages } from '../../law/words.ts'
import type { PetitionHouse } from '../../petition/house.ts'
import { type AnyRoom, room, route } from '../../platform/http/call.ts'
import type { Bilingual } from '../../wording/bilingual.ts'
import { spanInWords } from '../../wording/days.ts'
import { termOf } from '../../wording/terms.ts'
import { readHandbook } from './contract.ts'
import { doorsOf, dutiesOf, type HandbookLaw, type HandbookRoom, stepsOf } from './handbook.ts'

type HandbookHouse = Pick<PetitionHouse, 'laws' | 'directory' | 'today'>

/** `rooms`: all that the house serves, known once it is built. */
export const handbookRoutes = (house: HandbookHouse, rooms: () => readonly HandbookRoom[]): AnyRoom =>
  room<never>({
    name: 'handbook',
    title: { zh: '岗位手册', en: 'The handbook of each post' },
    statusOf: {},
    explain: () => ({ zh: '', en: '' }),
    routes: [
      route(readHandbook, async ({ viewer, query }) => {
        const region = (house.directory.find(viewer.organ)?.region ?? '00') as RegionCode
        const law = house.laws.inForce(region, house.today())
        return ok({ law: law.name, ...viewOf(query.post, law, rooms()) })
      }),
    ],
  })

/** Whoever marked it urgent plays no part by which anything else is permitted, so the table of parts has no word for them. */
const bearerSaid = (bearer: string) =>
  bearer === 'urgencyMarker'
    ? { zh: '认定紧急的机关、单位', en: 'the organ that marked it urgent' }
    : termOf('performer', bearer)

/** Most steps have their place either all along or until it is over: said so, and not as a list of fourteen stages. */
const named = [
  [stageNames, { zh: '任何阶段', en: 'any stage' }],
  [unfinishedStages, { zh: '办结、终结以前的任何阶段', en: 'any stage before it is over' }],
] as const

function stagesSaid(at: readonly string[]): readonly Bilingual[] {
  const all = named.find(([stages]) => stages.length === at.length && stages.every((stage) => at.includes(stage)))
  return all ? [all[1]] : at.map((stage) => termOf('stage', stage))
}

const designated = { zh: '指定的日期', en: 'the day that is named' }

const spanSaid = (span: Span) => (span.unit === 'designated' ? designated : spanInWords(span.count, span.unit))

const viewOf = (post: Post, law: HandbookLaw, rooms: readonly HandbookRoom[]) => ({
  post,
  name: termOf('post', post),
  steps: stepsOf(post, law).map(({ command, by, at, needsHead, basis }) => ({
    ...{ command, name: termOf('command', command), needsHead, basis: basisInWords(basis) },
    by: by.map((performer) => termOf('performer', performer)),
    at: stagesSaid(at).map((stage) => ({ ...stage })),
  })),
  duties: dutiesOf(post, law).map(({ clock, bearer, span, basis }) => ({
    ...{ clock, name: termOf('clockRule', clock), bearer: bearerSaid(bearer) },
    ...{ span: spanSaid(span), basis: basisInWords(basis) },
  })),
  rooms: doorsOf(post, rooms).map(({ room: name, title, doors }) => ({
    ...{ room: name, title: { ...title }, doors: doors.map((door) => ({ ...door })) },
  })),
})
