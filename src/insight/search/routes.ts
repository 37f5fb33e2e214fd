/** HTTP for the search: nothing here decides who sees what. */
import type { Day } from '../../kernel/day.ts'
import { parseNumber } from '../../kernel/petition-number.ts'
import { ok } from '../../kernel/result.ts'
import { rowsOf } from '../../petition/queries.ts'
import { type AnyRoom, type Call, room, route } from '../../platform/http/call.ts'
import * as wire from './contract.ts'
import type { SearchHouse } from './house.ts'
import { type SearchFilter, search } from './queries.ts'
import { plainText } from './words.ts'

export function searchRoutes(house: SearchHouse): AnyRoom {
  return room<never>({
    name: 'search',
    title: { zh: '全文检索', en: 'Search' },
    statusOf: {},
    explain: () => ({ zh: '', en: '' }),
    routes: [route(wire.searchPetitions, (call) => answerSearch(house, call))],
  })
}

async function answerSearch(house: SearchHouse, { viewer, query }: Call<typeof wire.searchPetitions>) {
  const after = query.cursor ? { score: query.cursor[0], day: query.cursor[1], number: query.cursor[2] } : null
  const number = parseNumber(query.q)
  const [page, byNumber] = await Promise.all([
    search(house, viewer, { typed: query.q, filter: filterOf(query), after, limit: query.limit }),
    number === null ? new Map() : rowsOf(house, viewer, [number]),
  ])
  return ok({
    items: page.items.map(({ petition, shown }) => ({
      petition,
      shown: { ...shown, title: [...shown.title], text: [...shown.text] },
    })),
    next: page.next && wire.searchCursor.write([page.next.score, page.next.day as Day, page.next.number]),
    count: page.count,
    sought: [...page.sought],
    number: number === null ? null : (byNumber.get(number) ?? null),
    organs: organsNamed(house, query.q),
  })
}

function filterOf(query: Call<typeof wire.searchPetitions>['query']): SearchFilter {
  const { goesOn, channel, category, place, holder, from, until } = query
  const stages = query.stage?.split(',').filter((stage) => stage !== '')
  return { stages, goesOn, class: query.class, channel, category, place, holder, from, until }
}

const mostOrgans = 5

/** Organs of the house are no secret; what they hold is shown to whoever may see it. */
function organsNamed({ directory }: SearchHouse, typed: string) {
  const sought = plainText(typed).trim()
  if ([...sought].length < 2) return []
  const named = [...directory.all()].flatMap(({ id, state }) => {
    const { zh, en } = directory.nameOf(id)
    const isNamed = state === 'active' && (plainText(zh).includes(sought) || plainText(en).includes(sought))
    return isNamed ? [{ id: id as string, zh, en }] : []
  })
  return named.toSorted((a, b) => a.zh.length - b.zh.length).slice(0, mostOrgans)
}
