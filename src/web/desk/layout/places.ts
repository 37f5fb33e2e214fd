/** Where one can go from every page, by whose work it is: the bar, the menu beside it and the keys all read this. */
import { useBulletinDesk } from '../bulletins/bulletins.ts'
import { countOn as disputesOn, useDisputeCounts } from '../disputes/disputes.ts'
import { useLanguage } from '../locales/language.tsx'
import { useMediationCounts, waitingInMediation } from '../mediations/mediations.ts'
import { useDirectory } from '../organs/directory.ts'
import { countOn as ownedOn, useOwnershipCounts } from '../ownership/ownership.ts'
import { countOn, useProposalCounts } from '../proposals/proposals.ts'
import { countOn as countReadings, useReadingCounts } from '../readings/readings.ts'
import { useReportCounts } from '../reports/reports.ts'
import { useOnlyLeads, useReadsPetitions, useSession } from '../session/session-context.ts'
import { useSupervises } from '../supervision/supervises.ts'
import { useOrderCounts } from '../supervision/supervision.ts'
import { useHasTasks, useTaskCounts } from '../tasks/tasks.ts'
import { useWarningDesk } from '../warnings/warnings.ts'
import { teamTabsFor } from '../workforce/tabs.ts'

export interface Place {
  readonly to: string
  readonly says: string
  /** How much waits there for whoever is signed in. */
  readonly waiting: number
  /** The key after `g`. */
  readonly key?: string
}

export interface Places {
  /** The few places of daily work. */
  readonly daily: readonly Place[]
  /** Everything else, in groups: what comes in, what one answers for, who there is. */
  readonly more: readonly (readonly Place[])[]
}

/** With no more places than these a menu would hide what the bar has room for. */
const roomInBar = 5

export function usePlaces(): Places {
  const { words } = useLanguage()
  const { has, organ, posts } = useSession()
  const { find } = useDirectory()
  const atCentre = find(organ.id)?.kind === 'mediationCentre'
  const reads = useReadsPetitions()
  const supervises = useSupervises()
  const onlyLeads = useOnlyLeads()
  const hasTasks = useHasTasks()
  const handles = has('clerk') || has('head')
  const directs = has('head') || has('leader')
  const waiting = useWaiting(reads, handles)
  const { nav } = words
  const at = (isTheirs: boolean, to: string, says: string, key?: string, count = 0): readonly Place[] =>
    isTheirs ? [{ to, says, waiting: count, ...(key ? { key } : {}) }] : []

  const supervision = at(reads, '/supervision', nav.supervision, 's', waiting.orders)
  const tasks = at(hasTasks, '/tasks', nav.tasks, 'k', waiting.tasks)
  const register = at(reads, '/register', nav.register, 'r')
  const readings = at(handles || directs, '/readings', nav.readings, 'l', waiting.readings)
  const offices = [...at(true, '/organs', nav.organs, 'o'), ...at(has('administrator'), '/accounts', nav.accounts, 'c')]
  const daily = [
    ...at(onlyLeads, '/', nav.leading, 'm'),
    ...(onlyLeads ? tasks : []),
    ...at(reads, onlyLeads ? '/worklist' : '/', nav.worklist, 'w'),
    ...(onlyLeads ? [] : register),
    ...at(handles && atCentre, '/centre', nav.centre),
    ...at(handles, '/new', nav.registration, 'n'),
    ...(has('leader') ? readings : []),
    ...(supervises ? supervision : []),
    // Whoever keeps accounts and reads no petition works in these two.
    ...(reads ? [] : offices),
  ]
  const more = [
    [
      ...at(has('leader') && !onlyLeads, '/leading', nav.leading, 'm'),
      ...(onlyLeads ? register : tasks),
      ...(supervises ? [] : supervision),
      ...(has('leader') ? [] : readings),
      ...at(hasTasks, '/warnings', words.rising.title, undefined, waiting.warnings),
      ...at(waiting.proposes || waiting.proposals > 0, '/proposals', nav.proposals, 'p', waiting.proposals),
      ...at(reads, '/ownerships', nav.ownerships, undefined, waiting.owned),
      ...at(reads, '/receptions', nav.receptions, 'v'),
      ...at(handles, '/reports', nav.reports, 't', waiting.reports),
      ...at(directs, '/told', nav.told),
      ...at(handles || has('supervisor') || has('leader'), '/disputes', words.dispute.title, 'e', waiting.disputes),
      ...at(reads, '/referrals', nav.referrals),
      ...at(handles || has('leader'), '/visits', words.visit.title),
      ...at(handles || has('leader'), '/screenings', words.screening.title),
      ...at(reads, '/conferences', nav.conferences, 'h'),
      ...at(reads, '/mediations', words.mediation.title, undefined, waiting.mediations),
      ...at(reads, '/mediators', words.mediator.title),
      ...at(reads && !has('supervisor'), '/helpers', words.helper.title),
      ...at(reads, '/suggestions', nav.suggestions),
      ...at(reads, '/bulletins', nav.bulletins, 'b', waiting.bulletins),
    ],
    [
      ...at(true, '/responsibility', nav.responsibility, 'd'),
      ...at(reads, '/insight', words.insight.title, 'i'),
      ...teamTabsFor(posts)
        .slice(0, 1)
        .flatMap(({ to }) => at(true, to, words.team.title)),
      ...at(reads || has('auditor'), '/assessment', nav.assessment, 'a'),
      ...at(has('leader') || has('administrator'), '/figures', words.figures.title),
      ...at(directs, '/annual-report', words.annualReport.title),
    ],
    reads ? offices : [],
  ].filter((group) => group.length > 0)

  const everything = [...daily, ...more.flat()]
  return everything.length <= roomInBar ? { daily: everything, more: [] } : { daily, more }
}

/** What came and is not received, and reports that are owed. */
const waitingIn = (desk: ReturnType<typeof useBulletinDesk>['data']): number =>
  (desk?.counts.toRead ?? 0) + (desk?.owed.length ?? 0)

/** What asks for something, asked for only where the answer is theirs to read. */
function useWaiting(reads: boolean, handles: boolean) {
  const { has } = useSession()
  const { data: owned } = useOwnershipCounts(reads)
  const { data: tasks } = useTaskCounts(useHasTasks())
  const { data: disputes } = useDisputeCounts(handles || has('supervisor') || has('leader'))
  const { data: warnings } = useWarningDesk(useHasTasks())
  const { data: proposals } = useProposalCounts(handles || has('supervisor') || has('leader'))
  return {
    readings: countReadings(useReadingCounts(handles || has('leader')).data, 'leader', 'proposed'),
    reports: useReportCounts(handles).data?.open ?? 0,
    tasks: (tasks?.todo ?? 0) + (tasks?.waiting ?? 0),
    warnings: warnings?.counts.open ?? 0,
    orders: useOrderCounts('forUs', reads).data?.open ?? 0,
    bulletins: waitingIn(useBulletinDesk(reads).data),
    proposals: countOn(proposals, 'recipient', 'waiting'),
    disputes: disputesOn(disputes, 'arrived'),
    proposes: proposals?.proposes ?? false,
    mediations: waitingInMediation(useMediationCounts(reads).data),
    owned: ownedOn(owned, 'mine', 'open') + (has('leader') || has('head') ? ownedOn(owned, 'organ', 'proposed') : 0),
  }
}
