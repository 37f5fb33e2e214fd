/** What the papers of a mediation say: the agreement as it was when it took effect, and the routes as they stood when it ended. */
import { under } from '../../documents/citation.ts'
import type { Content, Parts, Said } from '../../documents/content.ts'
import type { IssuedPaper, OpenedPapers, PaperIssuer } from '../../documents/issuer.ts'
import { fold } from '../../engine/history.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import { type Basis, rule } from '../../law/basis.ts'
import { type Bilingual, listed, say } from '../../wording/bilingual.ts'
import { dayInWords } from '../../wording/days.ts'
import { mediationTerms } from '../../wording/mediation-terms.ts'
import { inPlainWords, plainName } from '../../wording/plain/plain.ts'
import { windowInWords } from '../../wording/plain/procedures.ts'
import { confirmationClock } from './clocks.ts'
import type { MediationHouse } from './house.ts'
import { partsIn } from './keeping.ts'
import type { Mediation, MediationFact, MediationState } from './mediation.ts'
import { mediationPapers, papersOfMediation } from './papers.ts'
import { type ReadMediation, readMediation } from './queries.ts'
import { remediesOf } from './remedies.ts'
import { mediationRoom } from './room.ts'
import { isReady, signers } from './standing.ts'
import { lawAt } from './world.ts'

type NameOf = (organ: OrganId) => Bilingual
const same = (text: string): Bilingual => say(text, text)

/** For whoever holds it and for organs that are a party; whoever only sees that it goes on has what the petition has. */
export const mediationIssuer = (house: MediationHouse): PaperIssuer => ({
  ...mediationPapers,
  async open(stream, viewer): Promise<OpenedPapers | null> {
    const read = await readMediation(house, stream, viewer)
    if (read === null) return null
    const parts = partsIn(read.mediation, viewer.organ)
    const isTheirs = parts.includes('holder') || parts.includes('party')
    return {
      papers: isTheirs ? read.history.flatMap(({ fact, version }) => papersOfMediation(fact, version)) : [],
      contentOf: (paper, nameOf) => contentOf(paper, nameOf, read, house),
    }
  },
})

/** As it stood with the fact that issued it. */
const asOf = ({ history }: ReadMediation, version: number): Mediation =>
  fold<MediationState, MediationFact>(
    mediationRoom,
    null,
    history.filter((recorded) => recorded.version <= version).map(({ fact }) => fact),
  ) as Mediation

const bases: Readonly<Record<string, Basis>> = {
  mediatedAgreement: rule('RMTJ', 28),
  oralAgreementRecord: rule('RMTJ', 28),
  mediationEndNotice: rule('RMTJ', 26),
  confirmationApplication: rule('RMTJ', 33, 1),
  invalidAgreementNotice: rule('RMTJ', 33, 3),
  unperformedNotice: rule('RMTJ', 32),
}

function contentOf(paper: IssuedPaper, nameOf: NameOf, read: ReadMediation, house: MediationHouse): Content {
  const mediation = asOf(read, paper.version)
  const said = (piece: Sealed | null): Said | undefined => {
    if (piece === null) return undefined
    const text = read.texts.get(piece.ref)
    return text === undefined ? { unreadable: 'erased' } : same(text)
  }
  const all = (pieces: readonly Sealed[]): Said | undefined => joined(pieces.flatMap((piece) => said(piece) ?? []))
  const { parties, mediators, agreement, ended, closed } = mediation
  const text = agreement?.text
  const signed = signers(mediation)
  const mediating = mediators.filter((one) => signed.includes(one.ref))
  const named = mediating.length > 0 ? mediating : mediators.filter((one) => isReady(mediation, one))
  const clock = confirmationClock(mediation)
  return {
    parts: {
      parties: all(parties.map(({ name }) => name)),
      organ: nameOf(mediation.organ),
      mediator: all(named.map(({ name }) => name)),
      on: dayInWords(paper.on),
      under: under(bases[paper.kind]),
      ...{ facts: said(text?.facts ?? null), disputed: said(text?.disputed ?? null) },
      ...{ responsibility: said(text?.responsibility ?? null), agreement: said(text?.content ?? null) },
      effectiveOn: agreement?.effectiveOn ? dayInWords(agreement.effectiveOn) : undefined,
      court: said(mediation.confirmation.applied?.court ?? null),
      lastDay: clock === null ? undefined : dayInWords(clock.lastDay),
      reasons: ended === null ? undefined : mediationTerms.endReason[ended.reason],
      note: said(closed?.note ?? null),
      promises: text && text.promises.length > 0 ? same(String(text.promises.length)) : undefined,
    },
    lists: {
      promises: (text?.promises ?? []).map((promise) => ({
        promisor: said(parties.find(({ ref }) => ref === promise.party)?.name ?? null),
        ...{ promise: said(promise.what), due: dayInWords(promise.due) },
      })),
      remedies: routesOf(mediation, house),
    },
  }
}

function joined(all: readonly Said[]): Said | undefined {
  const closed = all.find((said) => 'unreadable' in said)
  if (closed) return closed
  return all.length === 0 ? undefined : listed(all as readonly Bilingual[])
}

const routesOf = (mediation: Mediation, house: MediationHouse): readonly Parts[] =>
  remediesOf(mediation, lawAt(mediation.organ, house)).map(([procedure, row]) => {
    const name = plainName('procedure', procedure)
    return { route: name, remedy: inPlainWords('procedure', procedure) ?? name, limit: windowInWords(name, row) }
  })
