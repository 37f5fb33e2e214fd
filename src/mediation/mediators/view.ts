/** From what was read to what a page is given. Allow-lists are in `contract.ts`. */
import type { Day } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import { basisInWords } from '../../law/basis.ts'
import { categoryTree } from '../../law/codes/categories.ts'
import { mediatorKinds, mediatorLanguages } from '../../law/codes/mediator-kinds.ts'
import type { Directory } from '../../petition/house.ts'
import { mediatorTerms } from '../../wording/mediator-terms.ts'
import { actionsOfCommittee, actionsOfMediator } from './actions.ts'
import type { CommitteeView, MediatorRow, MediatorToChooseView, MediatorView } from './contract.ts'
import { mediatesOn } from './decide.ts'
import type { Mediator, MediatorActor, MediatorFact } from './mediator.ts'
import type { ListedCommittee, ListedMediator, MediatorToChoose } from './queries.ts'
import { explainRoster, type RosterRefusal } from './wording.ts'

interface Place {
  readonly directory: Directory
  today(): Day
}

const gone = '〔已依法销毁或者不能读取 / erased or unreadable〕'
const organRef = ({ directory }: Place, id: OrganId) => ({ id, ...directory.nameOf(id) })

export function mediatorRow(listed: ListedMediator, viewer: OrganId, place: Place): MediatorRow {
  const { mediator, version, kind, role, skills, languages, places, organ, keeper, account, committee } = listed
  const { from, until, trainedOn, state } = listed
  const isOurs = keeper === viewer
  return {
    ...{ mediator, version, kind, role, from, until, trainedOn, state, isOurs },
    ...{ name: listed.name ?? gone, contact: isOurs ? (listed.contact ?? gone) : null },
    ...{ skills: [...skills], languages: [...languages], places: [...places] },
    ...{ keeper: organRef(place, keeper), organ: organ && organRef(place, organ), account: isOurs ? account : null },
    committee: committee && { ...committee, name: committee.name ?? gone },
    isAvailable: mediatesOn(listed, place.today()) && (committee?.works ?? true),
  }
}

export interface OpenedMediator {
  readonly state: Mediator
  readonly history: readonly MediatorFact[]
  readonly texts: ReadonlyMap<string, string>
  readonly actor: MediatorActor
}

export function mediatorView(row: MediatorRow, opened: OpenedMediator, place: Place): MediatorView {
  const { state, history, texts, actor } = opened
  const said = (piece: Sealed) => texts.get(piece.ref) ?? gone
  const { trainings, reprimands, ended } = state
  return {
    ...row,
    trainings: trainings.map(({ day, subject }) => ({ day, subject: said(subject) })),
    reprimands: reprimands.map(({ on, fault, reason }) => ({ on, fault, reason: said(reason) })),
    ended: ended && { ...ended, reason: said(ended.reason) },
    actions: actionsOfMediator(state, actor, place.today(), place.directory).map(({ action, type, refusal }) => ({
      ...{ action, ...mediatorTerms.mediatorCommand[type], allowed: refusal === null },
      refusal: refusalView(refusal, place),
    })),
    history: history.map(({ on, type }) => ({ on, type, ...mediatorTerms.mediatorFact[type] })),
  }
}

export function committeeView(listed: ListedCommittee, actor: MediatorActor, place: Place): CommitteeView {
  const { committee, version, kind, region, isMultiEthnic, keeper, state, foundedOn, election, onRoster } = listed
  // no command looks at the name, which is opened already
  const folded = { ...listed, name: { ref: 'opened', commitment: 'opened' } }
  const actions = actionsOfCommittee(folded, actor, place.today(), { organs: place.directory })
  return {
    ...{ committee, version, kind, region, isMultiEthnic, state, foundedOn, election, onRoster },
    ...{ name: listed.name ?? gone, keeper: organRef(place, keeper), isOurs: keeper === actor.organ },
    gaps: listed.gaps.map(({ gap, basis }) => {
      const [says, rests] = [mediatorTerms.committeeGap[gap], basisInWords(basis)]
      return { gap, zh: `${says.zh}（${rests.zh}）`, en: `${says.en} (${rests.en})` }
    }),
    actions: actions.map(({ action, type, refusal }) => ({
      ...{ action, ...mediatorTerms.committeeCommand[type], allowed: refusal === null },
      refusal: refusalView(refusal, place),
    })),
  }
}

type Table = readonly { readonly id: string; readonly zh: string; readonly en: string }[]
const named = (table: Table, ids: readonly string[], language: 'zh' | 'en'): string =>
  table
    .filter(({ id }) => ids.includes(id))
    .map((row) => row[language])
    .join(language === 'zh' ? '、' : ', ')

export function toChooseView(one: MediatorToChoose, place: Place): MediatorToChooseView {
  const { mediator, kind, skills, languages, knowsSuch } = one
  const keeper = organRef(place, one.keeper)
  const committee = one.committee?.name ?? null
  const inWords = (language: 'zh' | 'en') =>
    [
      ...[named(mediatorKinds, [kind], language), committee ?? keeper[language]],
      ...[named(categoryTree, skills, language), named(mediatorLanguages, languages, language)],
    ]
      .filter((part) => part !== '')
      .join(' · ')
  return {
    ...{ mediator, name: one.name ?? gone, kind, skills: [...skills], languages: [...languages], committee, keeper },
    ...{ zh: inWords('zh'), en: inWords('en'), knowsSuch },
  }
}

const refusalView = (refusal: RosterRefusal | null, { directory }: Place) =>
  refusal && { kind: refusal.kind, ...explainRoster(refusal, (id) => directory.nameOf(id)) }
