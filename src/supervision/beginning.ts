/** What a matter is begun with: who may never see it, and whether it may be shown, from the petition as it is then. */
import type { OrganId } from '../kernel/organ.ts'
import { partsOf } from '../petition/parts.ts'
import type { Petition } from '../petition/petition.ts'
import type { MatterBeginning, Subject } from './supervision.ts'

export interface BeginningFrom {
  readonly number: string
  readonly petition: Petition
  /** Organs that officials named in it lead: there everybody answers to them. */
  readonly led: readonly OrganId[]
  readonly supervisor: OrganId
}

export function beginningOf({ number, petition, led, supervisor }: BeginningFrom): MatterBeginning {
  const { accused, officials } = partsOf(petition)
  return {
    subject: { kind: 'petition', petition: number },
    supervisor,
    keptFrom: [...new Set([...accused, ...led])],
    officials,
    isShowable: isShowable(petition),
    category: petition.category,
    place: petition.place,
  }
}

/** Nothing of an accusation, of what is confidential, nor of what was erased stands on a board. */
const isShowable = ({ class: petitionClass, confidentiality, erasure }: Petition): boolean =>
  petitionClass !== 'accusation' && confidentiality === 'named' && !erasure?.erasedOn

type Topic = Extract<Subject, { kind: 'topic' }>

/** A topic names nobody: only petitions that nobody is kept from are in it. */
export const beginningOfTopic = (subject: Topic, supervisor: OrganId, region: string): MatterBeginning => ({
  ...{ subject, supervisor, keptFrom: [], officials: [], isShowable: true },
  category: subject.category ?? '',
  place: subject.place ?? region,
})
