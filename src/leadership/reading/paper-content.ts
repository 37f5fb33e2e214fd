/** What the paper of a reading says, for whoever may see the reading. Nothing is said here that is not recorded. */
import type { Content, Said } from '../../documents/content.ts'
import type { IssuedPaper, OpenedPapers, PaperIssuer } from '../../documents/issuer.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { formatNumber, type PetitionNumber } from '../../kernel/petition-number.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import { sealedFromReader } from '../../petition/view.ts'
import { type Bilingual, say } from '../../wording/bilingual.ts'
import { dayInWords } from '../../wording/days.ts'
import type { ReadingHouse } from './house.ts'
import { papersOfReading, readingPapers } from './papers.ts'
import { type ReadReading, readReading } from './queries.ts'
import type { ReadingFactOf } from './reading.ts'

type NameOf = (organ: OrganId) => Bilingual

export const readingIssuer = (house: ReadingHouse): PaperIssuer => ({
  ...readingPapers,
  async open(stream, viewer): Promise<OpenedPapers | null> {
    const read = await readReading(house, stream, viewer)
    if (read === null) return null
    const papers = read.history.flatMap(({ fact, version }) => papersOfReading(fact, version))
    return { papers, contentOf: (paper, nameOf) => slip(paper, nameOf, read) }
  },
})

const written = ({ texts }: ReadReading, { ref }: Sealed): Said => {
  const text = texts.get(ref)
  return text === undefined ? { unreadable: 'erased' } : say(text, text)
}

function slip(paper: IssuedPaper, nameOf: NameOf, read: ReadReading): Content {
  const { reading, history } = read
  const fact = history.find(({ version }) => version === paper.version)?.fact as ReadingFactOf<'LeaderInstructed'>
  const number = formatNumber(reading.petition as PetitionNumber)
  return {
    parts: {
      to: nameOf(reading.bureau),
      number: say(number, number),
      title: reading.isAccusation ? say(sealedFromReader, sealedFromReader) : written(read, reading.summary.title),
    },
    lists: {
      measures: fact.instructions.map(({ organ, what, due }) => ({
        ...{ doer: nameOf(organ), measure: written(read, what), day: dayInWords(due) },
      })),
    },
  }
}
