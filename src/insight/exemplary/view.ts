/** From a folded case, or one that was published, to what a page is given. Allow-lists are in `contract.ts`. */
import type { OrganId } from '../../kernel/organ.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import type { Directory } from '../../petition/house.ts'
import { categoryInWords, type PlaceNames } from '../../prevention/warnings/places.ts'
import { exemplaryTermOf, exemplaryTerms } from '../../wording/exemplary-terms.ts'
import { actionsOf } from './actions.ts'
import { worldOf } from './commanding.ts'
import type { BesideView, ExemplaryRowView, ExemplaryView, ReadExemplaryView } from './contract.ts'
import type { ExemplaryRefusal, LookedAtSource, StaffActor } from './exemplary.ts'
import type { ExemplaryHouse } from './house.ts'
import type { UseOutcome } from './outcome.ts'
import type { KnownExemplary, ListedExemplary, PublishedExemplary, Texts, TitledExemplary } from './queries.ts'
import { idOf } from './room.ts'
import type { Offered } from './similar.ts'
import { explainExemplary } from './wording.ts'

const erased = '〔已依法销毁 / lawfully erased〕'

const organRef = (directory: Directory, id: OrganId) => ({ id, ...directory.nameOf(id) })
const categoryRef = (code: string) => ({ code, ...categoryInWords(code) })
const placeRef = (code: string, nameOf: PlaceNames) => ({ code: code || '00', ...nameOf(code || '00') })

export const refusalView = (refusal: ExemplaryRefusal | null, directory: Directory) =>
  refusal && { kind: refusal.kind, ...explainExemplary(refusal, (id) => directory.nameOf(id)) }

/** `isOwn`: whether the reader's organ had a part in it, and so is told who proposed it. */
export function rowView(
  row: ListedExemplary,
  isOwn: boolean,
  nameOf: PlaceNames,
  directory: Directory,
): ExemplaryRowView {
  const { stream, title, stage, audience, category, place, organ, day } = row
  return {
    ...{ exemplary: idOf(stream), title, stage, audience, on: day },
    ...{ category: categoryRef(category), place: placeRef(place, nameOf) },
    organ: isOwn ? organRef(directory, organ) : null,
  }
}

/** Where it was published is said no finer than the county: a bureau of a township would tell too much. */
const finestSaid = 6

export function publishedView(read: PublishedExemplary, nameOf: PlaceNames): ReadExemplaryView {
  const { stream, category, place, ...rest } = read
  return {
    ...{ exemplary: idOf(stream), ...rest },
    ...{ category: categoryRef(category), place: placeRef(place.slice(0, finestSaid), nameOf) },
  }
}

export const titledView = ({ stream, category, place, ...row }: TitledExemplary, nameOf: PlaceNames) => ({
  ...{ exemplary: idOf(stream), ...row },
  ...{ category: categoryRef(category), place: placeRef(place.slice(0, finestSaid), nameOf) },
})

export interface Beside {
  readonly texts: Texts
  readonly actor: StaffActor
  readonly looked: LookedAtSource | null
  /** Whether the reader sees the matter that it comes from. */
  readonly seesSource: boolean
  readonly use: UseOutcome
  readonly nameOf: PlaceNames
}

export function ownView(
  { stream, exemplary, history }: KnownExemplary,
  beside: Beside,
  house: ExemplaryHouse,
): ExemplaryView {
  const { directory } = house
  const { texts, actor, looked, seesSource, use, nameOf } = beside
  const { version, stage, organ, approver, audience, category, place, writeup, source } = exemplary
  const said = ({ ref }: Sealed): string => texts.get(ref) ?? erased
  return {
    ...{ exemplary: idOf(stream), title: said(writeup.title), situation: said(writeup.situation) },
    ...{ done: said(writeup.done), why: said(writeup.why), basis: said(writeup.basis) },
    ...{ titleEn: writeup.titleEn && said(writeup.titleEn), summaryEn: writeup.summaryEn && said(writeup.summaryEn) },
    ...{ category: categoryRef(category), place: placeRef(place, nameOf), audience, stage, use: viewOfUse(use) },
    publishedOn: exemplary.published?.on ?? null,
    own: {
      ...{ version, organ: organRef(directory, organ), approver: organRef(directory, approver) },
      proposedOn: exemplary.proposedOn,
      source: seesSource ? { kind: source.kind, id: source.stream.replace(/^dispute:/, '') } : null,
      returned: exemplary.returned && { on: exemplary.returned.on, reason: said(exemplary.returned.reason) },
      withdrawn: exemplary.withdrawn && {
        on: exemplary.withdrawn.on,
        reason: exemplary.withdrawn.reason && said(exemplary.withdrawn.reason),
      },
      actions: actionsOf(exemplary, { actor, on: house.today(), looked }, worldOf(house)).map(
        ({ action, type, refusal }) => ({
          ...{ action, ...exemplaryTerms.exemplaryCommand[type], allowed: refusal === null },
          refusal: refusalView(refusal, directory),
        }),
      ),
      history: history.map(({ fact, by }) => ({
        ...{ type: fact.type, on: fact.on, ...exemplaryTermOf('exemplaryFact', fact.type) },
        organ: by.organ === undefined ? null : organRef(directory, by.organ as OrganId),
      })),
    },
  }
}

/** For whoever only reads it. */
export const readerView = (read: PublishedExemplary, use: UseOutcome, nameOf: PlaceNames): ExemplaryView => ({
  ...publishedView(read, nameOf),
  ...{ stage: 'published', use: viewOfUse(use), own: null },
})

const viewOfUse = ({ withIt, without, ...counted }: UseOutcome) => ({
  ...counted,
  ...{ withIt: { ...withIt }, without: { ...without } },
})

export const offeredView = ({ read, ...offered }: Offered): BesideView['items'][number] => ({
  ...{ exemplary: idOf(read.stream), title: read.title, titleEn: read.titleEn, done: read.done },
  ...{ category: categoryRef(read.category), ...offered },
})
