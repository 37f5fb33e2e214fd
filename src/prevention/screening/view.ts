/** From a folded campaign and its opened pieces to what a page is given. Allow-lists are in `contract.ts`. */
import type { OrganId } from '../../kernel/organ.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import { basisInWords } from '../../law/basis.ts'
import type { Directory } from '../../petition/house.ts'
import { screeningTermOf, screeningTerms } from '../../wording/screening-terms.ts'
import { actionsIn, actionsOf, type Tried } from './actions.ts'
import type { AreaDetail, AreaView, ScreeningView } from './contract.ts'
import type { ScreeningHouse } from './house.ts'
import type { ReadScreening, ScreeningRow } from './queries.ts'
import { idOf } from './room.ts'
import type { Area, Screening, ScreeningRefusal, StaffActor } from './screening.ts'
import { isKeeper, reportsOf } from './sight.ts'
import { isLate, nextOn } from './tables.ts'
import { explainScreening } from './wording.ts'
import { worldAt } from './world.ts'

const erased = '〔已依法销毁 / lawfully erased〕'
export type Place = Pick<ScreeningHouse, 'directory' | 'today' | 'laws' | 'calendars'>
export type Names = ReadonlyMap<string, string>

export const organRef = (directory: Directory, id: OrganId) => ({ id, ...directory.nameOf(id) })
export const refusalView = (refusal: ScreeningRefusal | null, directory: Directory) =>
  refusal && { kind: refusal.kind, ...explainScreening(refusal, (id) => directory.nameOf(id)) }

const actionView = <Name extends string>({ action, type, refusal }: Tried<Name>, directory: Directory) => ({
  ...{ action, ...screeningTerms.screeningCommand[type] },
  ...{ allowed: refusal === null, refusal: refusalView(refusal, directory) },
})

const openedBy = (texts: ReadonlyMap<string, string>) => {
  const opened = ({ ref }: Sealed): string => texts.get(ref) ?? erased
  return { opened, maybe: (piece: Sealed | null) => piece && opened(piece) }
}

type Read = Pick<ReadScreening, 'screening' | 'actor' | 'texts'>

function areaView(area: Area, { screening, actor, texts }: Read, directory: Directory): AreaView {
  const { households, disputes, standing, until, reportedOn, note, organ } = area
  return {
    ...{ area: area.area, organ: organRef(directory, organ), standing, until, reportedOn },
    ...{ isLate: isLate(area, screening), note: openedBy(texts).maybe(note), disputes: disputes.length },
    ...{ households: households.length, met: households.filter(({ result }) => result !== null).length },
    ...{ reminders: area.reminders.length, isYours: reportsOf(area, actor, directory) },
  }
}

const counted = (screening: Screening) => {
  const of = (standing: Area['standing']) => screening.areas.filter((area) => area.standing === standing).length
  const late = screening.areas.filter((area) => isLate(area, screening)).length
  return { areas: screening.areas.length, found: of('found'), zero: of('zero'), waiting: of('waiting'), late }
}

function partOf(screening: Screening, actor: StaffActor, directory: Directory): ScreeningView['part'] {
  if (actor.organ === screening.keeper) return 'keeper'
  return screening.areas.some((area) => reportsOf(area, actor, directory)) ? 'reporter' : 'overseer'
}

function roundView(screening: Screening, place: Place): ScreeningView['round'] {
  const { round, next, isLast, keeper } = screening
  if (round === null) return null
  const { rhythm, number, from, until } = round
  const rule = worldAt(keeper, place).law.screenings[rhythm]
  const basis = rule ? basisInWords(rule.basis) : null
  return { rhythm, number, from, until, basis, nextOn: nextOn(screening), next, isLast }
}

export function screeningView(read: ReadScreening, place: Place): ScreeningView {
  const { screening, actor, texts, history, stream } = read
  const { directory, today } = place
  const { opened, maybe } = openedBy(texts)
  const { version, stage, keeper, region, category, openedOn, due, endedOn } = screening
  return {
    screening: idOf(stream),
    ...{ version, stage, part: partOf(screening, actor, directory), keeper: organRef(directory, keeper), region },
    ...{ title: opened(screening.title), brief: opened(screening.brief), category, openedOn, due, endedOn },
    round: roundView(screening, place),
    ...counted(screening),
    places: screening.areas.map((area) => areaView(area, read, directory)),
    extensions: screening.extensions.map((each) => ({ ...each, reason: opened(each.reason) })),
    ...{ summary: maybe(screening.summary), note: maybe(screening.note) },
    actions: actionsOf(screening, { actor, on: today() }, worldAt(keeper, place)).map((each) =>
      actionView(each, directory),
    ),
    history: history.map(({ fact, by }) => ({
      ...{ type: fact.type, on: fact.on, ...screeningTermOf('screeningFact', fact.type) },
      organ: by.organ === undefined ? null : organRef(directory, by.organ as OrganId),
      area: 'area' in fact ? fact.area : null,
    })),
  }
}

export interface Beside {
  readonly names: Names
  /** Disputes that the viewer may open. */
  readonly visible: ReadonlySet<string>
}

/** Where the houses are is for those who go there and whoever keeps the campaign. */
export function areaDetail(area: Area, read: ReadScreening, { names, visible }: Beside, place: Place): AreaDetail {
  const { screening, actor, texts, stream } = read
  const { directory, today } = place
  const { opened, maybe } = openedBy(texts)
  const isInside = reportsOf(area, actor, directory) || isKeeper(screening, actor)
  return {
    ...areaView(area, read, directory),
    ...{ screening: idOf(stream), title: opened(screening.title), category: screening.category },
    keeper: organRef(directory, screening.keeper),
    screeners: area.screeners.map(({ account, organ }) => ({
      ...{ account, name: names.get(account) ?? account, organ: organRef(directory, organ) },
    })),
    helpers: isInside ? maybe(area.helpers) : null,
    found: area.disputes.filter((dispute) => visible.has(dispute)),
    houses: !isInside
      ? []
      : area.households.map(({ household, where, result, at, note }) => ({
          ...{ household, where: opened(where), result, at, note: maybe(note) },
        })),
    returns: area.returns.map((each) => ({ ...each, reason: opened(each.reason) })),
    notes: area.reminders.map(({ on, note }) => ({ on, note: maybe(note) })),
    actions: actionsIn(area, screening, { actor, on: today() }, worldAt(screening.keeper, place)).map((each) =>
      actionView(each, directory),
    ),
  }
}

export function rowView(row: ScreeningRow & { readonly title: string | null }, { directory }: Place) {
  const { stream, keeper, titleRef: _, ...rest } = row
  return { screening: idOf(stream), keeper: organRef(directory, keeper), ...rest }
}
