/** HTTP for the regularities. Nothing is refused: whoever may ask sees what the database shows them. */
import { ok } from '../../kernel/result.ts'
import type { PetitionHouse } from '../../petition/house.ts'
import { type AnyRoom, room, route } from '../../platform/http/call.ts'
import { categoryInWords } from '../../prevention/warnings/places.ts'
import * as wire from './contract.ts'
import { periodOf, regularitiesOf } from './queries.ts'

export function regularityRoutes(house: PetitionHouse): AnyRoom {
  return room<never>({
    name: 'regularity',
    title: { zh: '探索规律', en: 'Regularities' },
    statusOf: {},
    explain: (refusal) => refusal,
    routes: [
      route(wire.readRegularities, async ({ viewer }) => {
        const cells = await regularitiesOf(house, viewer)
        return ok({
          ...periodOf(house.today()),
          cells: cells.map(({ category, ...rest }) => ({
            ...rest,
            category: category === null ? null : { code: category, ...categoryInWords(category) },
          })),
        })
      }),
    ],
  })
}
