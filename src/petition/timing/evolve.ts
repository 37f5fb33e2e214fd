import { withDocument } from '../handling/evolve.ts'
import type { FactOf, Petition } from '../petition.ts'

export const timingEvolvers = {
  ExtensionTakenBack: (petition: Petition, fact: FactOf<'ExtensionTakenBack'>): Petition =>
    withDocument(petition, { ...fact, kind: 'extensionRevocation', parts: { reason: fact.reason }, served: false }),

  ReceivedDayCorrected: (petition: Petition, fact: FactOf<'ReceivedDayCorrected'>): Petition => ({
    ...petition,
    receivedOn: fact.to,
    // whoever registered it has it from the day it came in, until it is sent on
    heldSince: petition.heldSince === fact.from ? fact.to : petition.heldSince,
  }),

  ServedDayCorrected: (petition: Petition, fact: FactOf<'ServedDayCorrected'>): Petition => ({
    ...petition,
    ...(fact.reopens ? { stage: fact.reopens, endedOn: null } : {}),
    documents: petition.documents.map((document) => ({
      ...document,
      services: document.services.map((service) =>
        document.ref === fact.document && service.person === fact.person ? { ...service, servedOn: fact.to } : service,
      ),
    })),
  }),

  ClocksRecounted: (petition: Petition, { on, moved, clocks = [] }: FactOf<'ClocksRecounted'>): Petition => {
    const calendarOf = (id: string): string =>
      clocks.flatMap((change) => (change.change === 'recounted' && change.id === id ? [change.calendar] : []))[0] ?? ''
    const recounts = moved.map((day) => ({ on, ...day, calendar: calendarOf(day.clock) }))
    return { ...petition, recounts: [...petition.recounts, ...recounts] }
  },
}
