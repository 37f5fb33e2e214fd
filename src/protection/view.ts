/** From a folded report and its opened pieces to what a page is given. Allow-lists are in `contract.ts`. */
import { daysLeft } from '../kernel/clock.ts'
import type { OrganId } from '../kernel/organ.ts'
import type { RunningClock } from '../kernel/running-clock.ts'
import type { Sealed } from '../kernel/sealed.ts'
import { clockViewOf } from '../petition/clock-view.ts'
import type { Directory } from '../petition/house.ts'
import type { ClockView } from '../petition/views.ts'
import type { Bilingual } from '../wording/bilingual.ts'
import { reportTerms } from '../wording/report-terms.ts'
import { actionsOf, contestRefusal } from './actions.ts'
import { calendarFor } from './clocks.ts'
import type { MatterView, OwnReportView, ReportRowView, ReportView } from './contract.ts'
import type { ProtectionHouse } from './house.ts'
import type { Report, ReportActor, ReportRefusal } from './protection.ts'
import type { ReadReport, ReportedMatter, ReportRow } from './queries.ts'
import { reportRoom } from './room.ts'
import { explainReport } from './wording.ts'
import { reportWorldOf } from './world.ts'

/** What is said of a report in an address: its stream without the name of the room. */
export const idOf = (stream: string): string => stream.slice(reportRoom.name.length + 1)
export const streamOf = (report: string): string => `${reportRoom.name}:${report}`

const erased = '〔已依法销毁 / lawfully erased〕'
type Place = Pick<ProtectionHouse, 'directory' | 'calendars' | 'today'>

const organRef = (directory: Directory, id: OrganId) => ({ id, ...directory.nameOf(id) })
const opened = ({ texts }: ReadReport, { ref }: Sealed): string => texts.get(ref) ?? erased
const refusalView = (refusal: ReportRefusal | null, directory: Directory) =>
  refusal && { kind: refusal.kind, ...explainReport(refusal, (id) => directory.nameOf(id)) }

/** Why this date: recomputed from what the fact recorded, under the calendar it names. */
function clockView(clock: RunningClock, report: Report, { directory, calendars, today }: Place): ClockView {
  const world = reportWorldOf(directory, calendars)
  return clockViewOf(clock, {
    ...{ calendar: calendarFor(clock, report, world), calendars, today: today() },
    basis: world.clocks[clock.rule]?.basis ?? { adr: '0016' },
    organRef: (organ) => organRef(directory, organ),
  })
}

function shared(read: ReadReport, place: Place) {
  const { report, stream } = read
  const organ = (id: OrganId) => organRef(place.directory, id)
  const { about, stage, reportedOn, receivedOn, closedOn } = report
  return {
    report: idOf(stream),
    ...{ about, stage, reportedOn, receivedOn, closedOn },
    organ: organ(report.organ),
    hearer: organ(report.hearer),
    heard: report.heard.map(({ organ: id, from }) => ({ organ: organ(id), from })),
    text: opened(read, report.text),
    answers: report.answers.map(({ on, organ: id, finding, measures, answer }) => ({
      ...{ on, finding, organ: organ(id) },
      measures: [...measures],
      answer: opened(read, answer),
    })),
    contests: report.contests.map(({ on, reasons }) => ({ on, reasons: opened(read, reasons) })),
    clocks: report.clocks.map((clock) => clockView(clock, report, place)),
  }
}

/** For the petitioner who made it. What hearers write to one another is theirs. */
export function ownView(
  read: ReadReport,
  actor: ReportActor,
  looks: readonly { readonly on: string; readonly organ: OrganId }[],
  place: Place,
): OwnReportView {
  const { directory, calendars, today } = place
  const refusal = contestRefusal(read.report, actor, today(), reportWorldOf(directory, calendars))
  return {
    ...shared(read, place),
    contest: refusalView(refusal, directory),
    looks: looks.map(({ on, organ }) => ({ on, organ: organRef(directory, organ) })),
  }
}

/** For whoever hears it. */
export function viewForHearer(read: ReadReport, actor: ReportActor, matter: ReportedMatter, place: Place): ReportView {
  const { directory, calendars, today } = place
  return {
    ...shared(read, place),
    version: read.report.version,
    notes: read.report.notes.map(({ on, from, note }) => ({
      on,
      from: organRef(directory, from),
      note: opened(read, note),
    })),
    actions: actionsOf(read.report, actor, today(), reportWorldOf(directory, calendars)).map(
      ({ action, type, refusal }) => ({
        action,
        ...(passing[action] ?? reportTerms.reportCommand[type]),
        allowed: refusal === null,
        refusal: refusalView(refusal, directory),
      }),
    ),
    matter: matterView(matter, directory),
  }
}

/** The one command that has two ways to go says which. */
const passing: Readonly<Record<string, Bilingual>> = {
  'pass-on-above': { zh: '移送上一级', en: 'Pass it on upwards' },
  'pass-on-discipline': { zh: '移送纪检监察机关', en: 'Pass it to the discipline body' },
}

function matterView({ number, petition, history, organs, isOpenTo }: ReportedMatter, directory: Directory): MatterView {
  const { stage, category, place, registeredOn, holder } = petition
  return {
    ...{ number, stage, category, place, registeredOn },
    class: petition.class,
    holder: organRef(directory, holder),
    organs: organs.map((id) => organRef(directory, id)),
    history: history.map(({ fact, by }) => ({
      ...{ type: fact.type, on: fact.on },
      organ: by.organ === undefined ? null : organRef(directory, by.organ as OrganId),
    })),
    isOpenToYou: isOpenTo,
  }
}

export function rowView(row: ReportRow, { directory, today }: Place): ReportRowView {
  const { stream, petition, about, organ, stage, reportedOn, nextRule, nextDay, isMarked } = row
  const left = nextDay === null ? 0 : daysLeft(nextDay, today())
  return {
    report: idOf(stream),
    ...{ petition, about, reportedOn, stage },
    organ: organRef(directory, organ),
    nextDuty:
      nextDay === null
        ? null
        : { rule: nextRule ?? '', lastDay: nextDay, daysLeft: left, isOverdue: isMarked || left < 0 },
  }
}
