/** The papers of bulletins for one viewer, from the fact that issued them and nothing before it. */
import { type OpenedPapers, type PaperIssuer, paperOf } from '../../documents/issuer.ts'
import { contentOf, formOf } from './content.ts'
import type { BulletinHouse } from './house.ts'
import { bulletinPapers } from './papers.ts'
import { numberOf, readBulletin, type Staff } from './queries.ts'

export const bulletinIssuer = (house: BulletinHouse): PaperIssuer => ({
  ...bulletinPapers,
  open: (stream, viewer) => openBulletin(house, stream, viewer),
})

async function openBulletin(house: BulletinHouse, stream: string, viewer: Staff): Promise<OpenedPapers | null> {
  const read = await readBulletin(house, stream, viewer)
  const issued = read?.issued
  if (!read || !issued) return null
  const [names, corrects] = await Promise.all([
    house.staffNames([issued.account]),
    issued.corrects === null ? null : numberOf(house, issued.corrects, viewer),
  ])
  const { on, organ, version, kind } = issued
  const approver = names.get(issued.account) ?? null
  return {
    papers: [paperOf(formOf[kind], { version, on, organ })],
    contentOf: (_, nameOf) => contentOf(issued, { texts: read.texts, nameOf, approver, corrects, on }),
  }
}
