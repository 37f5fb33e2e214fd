/** What numbering does when a fact of any room issues papers. */
import type { Consumer } from '../../engine/consumer.ts'
import type { Directory } from '../../petition/house.ts'
import { forms } from '../forms/forms.ts'
import type { Issuing } from '../issuer.ts'
import { type NumberingHouse, numberOf, seriesOf } from './giving.ts'

/** Each paper in the order in which they were issued, within a moment of the fact. Reading a fact twice gives no second number. */
export function numberingReaction(
  house: NumberingHouse & { readonly directory: Directory },
  rooms: readonly Issuing[],
): Consumer {
  return {
    name: 'paper-numbering',
    async react({ stream, version, fact }) {
      const room = rooms.find((each) => each.owns(stream))
      for (const paper of room?.papersOf(fact, version) ?? []) {
        const series = seriesOf(paper, forms[paper.kind].numberClass)
        if (series === null) continue
        const code = house.directory.codeOf(series.organ)
        await numberOf(house, { bearer: stream, paper: paper.id, series, code, on: paper.on })
      }
    },
  }
}
