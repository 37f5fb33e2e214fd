/** What numbering does when a petition's fact issues papers. */
import type { Consumer } from '../../engine/consumer.ts'
import type { Directory } from '../../petition/house.ts'
import type { Fact } from '../../petition/petition.ts'
import { petitionRoom } from '../../petition/room.ts'
import { forms } from '../forms/forms.ts'
import { papersOf } from '../issued.ts'
import { type NumberingHouse, numberOf, seriesOf } from './giving.ts'

/** Each paper in the order in which they were issued, within a moment of the fact. Reading a fact twice gives no second number. */
export function numberingReaction(house: NumberingHouse & { readonly directory: Directory }): Consumer {
  return {
    name: 'paper-numbering',
    async react({ stream, version, fact }) {
      if (petitionRoom.owns?.(stream) !== true) return
      for (const paper of papersOf(fact as Fact, version)) {
        const series = seriesOf(paper, forms[paper.kind].numberClass)
        if (series === null) continue
        const code = house.directory.codeOf(series.organ)
        await numberOf(house, { petition: stream, paper: paper.id, series, code, on: paper.on })
      }
    },
  }
}
