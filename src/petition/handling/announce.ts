/** 公告送达: a document that no other way brings to the petitioner is announced where everybody can read it. */
import { addDays } from '../../kernel/day.ts'
import { accept, type Decide, peopleToServe, refuse } from '../decision.ts'
import { actingOrgan } from '../may.ts'

/** How long it stands follows from the law of the day, so the fact carries its last day; the service that follows asks for no other. */
export const announce: Decide<'AnnounceDocument'> = (petition, command, { law }) => {
  const { on, actor, reason } = command
  const document = petition.documents.find(({ ref }) => ref === command.document)
  if (!document) return refuse({ kind: 'unknown-document', document: command.document })
  const { ref, kind, announced } = document
  if (!document.served) return refuse({ kind: 'not-a-served-document', document: ref })
  if (announced) return refuse({ kind: 'already-announced', document: ref, ...announced })
  const isReached = (person: string) => document.services.some((service) => service.person === person)
  if (peopleToServe(petition, document).every(isReached)) return refuse({ kind: 'nobody-to-serve', document: ref })
  const until = addDays(on, law.serviceWays.announcement.runsDays)
  return accept({
    type: 'DocumentAnnounced',
    on,
    organ: actingOrgan(actor, petition),
    document: ref,
    kind,
    until,
    reason,
  })
}
