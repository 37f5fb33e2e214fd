/** The rooms with their adapters: keys from the folder, organs from the table, days of the place where the office is. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import { countCirculated } from './assessment/circulated-figure.ts'
import { assessmentReaction } from './assessment/counting.ts'
import { dueLetters } from './assessment/jobs.ts'
import { recountLetters } from './assessment/recounting.ts'
import { responsibilityRoutes } from './assessment/responsibility/routes.ts'
import { assessmentRoutes } from './assessment/routes.ts'
import type { CalendarHouse } from './calendar/house.ts'
import { recountingChore } from './calendar/jobs.ts'
import { calendarRoutes } from './calendar/routes.ts'
import { type CalendarShelf, openCalendars } from './calendar/shelf.ts'
import { assistanceReaction } from './coordination/assisting/reactions.ts'
import { callRoutes } from './coordination/calls/routes.ts'
import { countDecided } from './coordination/conference/decided-figure.ts'
import { circulationsPast } from './coordination/conference/jobs.ts'
import { itemIssuer, meetingIssuer } from './coordination/conference/paper-content.ts'
import { conferenceReactions, hasOpenItems } from './coordination/conference/reactions.ts'
import { conferenceRoutes } from './coordination/conference/routes.ts'
import { groupsPast } from './coordination/groups/jobs.ts'
import { hasOpenGroups } from './coordination/groups/queries.ts'
import { groupReactions } from './coordination/groups/reactions.ts'
import { groupRoutes } from './coordination/groups/routes.ts'
import { engagementsKept, engagementsPast, helpersPast } from './coordination/helpers/jobs.ts'
import { engagementReaction } from './coordination/helpers/reactions.ts'
import { helperRoutes } from './coordination/helpers/routes.ts'
import { suggestionReaction, suggestionTaskReaction } from './coordination/suggestions/reactions.ts'
import { suggestionRoutes } from './coordination/suggestions/routes.ts'
import type { PaperIssuer } from './documents/issuer.ts'
import { numberingReaction } from './documents/numbering/reactions.ts'
import { documentRoutes } from './documents/routes.ts'
import { Bell } from './engine/bell.ts'
import { bossQueue } from './engine/boss.ts'
import { type Consumer, lagOf } from './engine/consumer.ts'
import { keepDoing, type Running } from './engine/loop.ts'
import { forgetRelayed, keepRelaying, waitingIn } from './engine/outbox.ts'
import { keepReading } from './engine/reader.ts'
import { forgetRequests } from './engine/requests.ts'
import { type Due, type Sweep, sweep } from './engine/sweep.ts'
import {
  accountsNamed,
  handlersIn,
  isColleague,
  isDeserted,
  type KeptOut,
  leadsOf,
  namesOf,
} from './identity/account-tables.ts'
import { blindIndex } from './identity/blind-index.ts'
import { type Door, openDoor } from './identity/door.ts'
import { sweepSessions } from './identity/jobs.ts'
import type { KeyFolder } from './identity/key-folder.ts'
import { keyGuard } from './identity/key-guard.ts'
import { subkey } from './identity/keyring.ts'
import { type OrganDirectory, openDirectory } from './identity/organ-directory.ts'
import { type PetitionerKeys, petitionerKeys } from './identity/petitioner-key.ts'
import { identityRoutes } from './identity/routes.ts'
import { caseKeys } from './identity/seal.ts'
import type { SignOnSettings } from './identity/sign-in/sign-on.ts'
import { openVault } from './identity/vault.ts'
import { identifier } from './identity/viewer.ts'
import { exemplaryKeepingReaction } from './insight/exemplary/reactions.ts'
import { exemplaryRoutes } from './insight/exemplary/routes.ts'
import { pilotStepReaction } from './insight/pilots/reactions.ts'
import { pilotRoutes } from './insight/pilots/routes.ts'
import { qualityReaction } from './insight/quality/looking.ts'
import { qualityRoutes } from './insight/quality/routes.ts'
import { regularityReaction } from './insight/regularities/counting.ts'
import { regularityRoutes } from './insight/regularities/routes.ts'
import type { RepeatHouse } from './insight/repeats/house.ts'
import { repeatReaction } from './insight/repeats/indexing.ts'
import { repeatPrinting } from './insight/repeats/prints.ts'
import { repeatRoutes } from './insight/repeats/routes.ts'
import { wordKeys } from './insight/search/digests.ts'
import { searchReaction } from './insight/search/indexing.ts'
import { staleRows } from './insight/search/remaking.ts'
import { searchRoutes } from './insight/search/routes.ts'
import { choiceReaction } from './insight/suggested/choices.ts'
import type { SuggestedHouse } from './insight/suggested/house.ts'
import { nightlyLearning, organsOf } from './insight/suggested/nightly.ts'
import { suggestedRoutes } from './insight/suggested/routes.ts'
import { suggestionShelf } from './insight/suggested/shelf.ts'
import { dueThemes, nightlyThemes } from './insight/themes/jobs.ts'
import { themeReformReaction, themeStepReaction } from './insight/themes/reactions.ts'
import { recountThemes } from './insight/themes/recounting.ts'
import { themeRoutes } from './insight/themes/routes.ts'
import { nightlyTopics } from './insight/topics/jobs.ts'
import { topicReaction } from './insight/topics/reactions.ts'
import { topicRoutes } from './insight/topics/routes.ts'
import { trendReaction } from './insight/trends/counting.ts'
import { trendRoutes } from './insight/trends/routes.ts'
import { issuing } from './issuing.ts'
import { type Day, day } from './kernel/day.ts'
import type { OrganId } from './kernel/organ.ts'
import type { PetitionerKey } from './kernel/petitioner-key.ts'
import { type WallTime, wallTime } from './kernel/wall-time.ts'
import { departedOwners, dueOwnerships, longOpenPetitions } from './leadership/ownership/jobs.ts'
import { isOwned } from './leadership/ownership/queries.ts'
import {
  ownershipFollowingReaction,
  ownershipProposingReaction,
  ownershipReformReaction,
} from './leadership/ownership/reactions.ts'
import { recountOwnerships } from './leadership/ownership/recounting.ts'
import { ownershipRoutes } from './leadership/ownership/routes.ts'
import { readingIssuer } from './leadership/reading/paper-content.ts'
import { instructionReaction, readingReaction } from './leadership/reading/reactions.ts'
import { readingRoutes } from './leadership/reading/routes.ts'
import { dueDraws } from './leadership/reception/jobs.ts'
import { receptionIssuer } from './leadership/reception/paper-content.ts'
import {
  bookingsWith,
  receptionMaterialReaction,
  receptionPetitionReaction,
  receptionPromiseReaction,
  receptionQueueReaction,
} from './leadership/reception/reactions.ts'
import { receptionRoutes } from './leadership/reception/routes.ts'
import { departedLeaders } from './leadership/visits/jobs.ts'
import { visitAgreementReaction, visitCaseReaction, visitReformReaction } from './leadership/visits/reactions.ts'
import { visitRoutes } from './leadership/visits/routes.ts'
import type { House } from './main.ts'
import { dueRecordErasures } from './mediation/erasing/jobs.ts'
import { erasingRoutes } from './mediation/erasing/routes.ts'
import { intakeIssuer } from './mediation/intake/paper-content.ts'
import { intakeBegunReaction, intakeKeepingReaction } from './mediation/intake/reactions.ts'
import { intakeRoutes } from './mediation/intake/routes.ts'
import { dueMediations } from './mediation/mediations/jobs.ts'
import { mediationIssuer } from './mediation/mediations/paper-content.ts'
import { isMediated } from './mediation/mediations/queries.ts'
import {
  mediationDisputeReaction,
  mediationFollowingReaction,
  mediationPetitionReaction,
  mediationReformReaction,
} from './mediation/mediations/reactions.ts'
import { recountMediations } from './mediation/mediations/recounting.ts'
import { mediationRoutes } from './mediation/mediations/routes.ts'
import { mediatorRoutes } from './mediation/mediators/routes.ts'
import { dueReferrals, dueReminders } from './mediation/referrals/jobs.ts'
import { referralKeepingReaction, referralReformReaction } from './mediation/referrals/reactions.ts'
import { recountReferrals } from './mediation/referrals/recounting.ts'
import { referralRoutes } from './mediation/referrals/routes.ts'
import { reliefHandingReaction, reliefKeepingReaction, reliefReformReaction } from './mediation/relief/reactions.ts'
import { reliefRoutes } from './mediation/relief/routes.ts'
import { carriersOf } from './notices/carrier.ts'
import { type NoticeJob, sendNotices } from './notices/sending.ts'
import { forgetSpooled, spoolCarrier } from './notices/spool.ts'
import { announcementRoutes } from './petition/announcements.ts'
import { dueErasures } from './petition/erasing.ts'
import { erasureRoutes } from './petition/erasure-routes.ts'
import type { Directory, PetitionHouse } from './petition/house.ts'
import { dueClocks, sightsPast } from './petition/jobs.ts'
import { lawRoutes } from './petition/law-routes.ts'
import { noticeJobs, noticeQueue } from './petition/outgoing.ts'
import { readLaws, shippedPacks } from './petition/pack-reading.ts'
import { successionReaction } from './petition/reactions.ts'
import { recountPetitions } from './petition/recounting.ts'
import { petitionRoutes } from './petition/routes.ts'
import { sealedFiles } from './platform/files/sealed-files.ts'
import { type AppOptions, buildApp } from './platform/http/app.ts'
import type { AnyRoom } from './platform/http/call.ts'
import { type Limits, usualLimits } from './platform/http/pace.ts'
import type { Jobs } from './platform/jobs.ts'
import { dueDisputes } from './prevention/disputes/jobs.ts'
import { disputePetitionReaction, disputeReformReaction } from './prevention/disputes/reactions.ts'
import { recountDisputes } from './prevention/disputes/recounting.ts'
import { disputeRoutes } from './prevention/disputes/routes.ts'
import { dueRounds, dueScreenings } from './prevention/screening/jobs.ts'
import { screeningFoundReaction, screeningReformReaction } from './prevention/screening/reactions.ts'
import { recountScreenings } from './prevention/screening/recounting.ts'
import { screeningRoutes } from './prevention/screening/routes.ts'
import { warningReaction } from './prevention/warnings/counting.ts'
import { dueWarnings, nightlyWarnings } from './prevention/warnings/jobs.ts'
import { warningReformReaction } from './prevention/warnings/reactions.ts'
import { recountWarnings } from './prevention/warnings/recounting.ts'
import { warningRoutes } from './prevention/warnings/routes.ts'
import type { ProtectionHouse } from './protection/house.ts'
import { dueReports } from './protection/jobs.ts'
import { reportNotices } from './protection/outgoing.ts'
import { hasReports } from './protection/queries.ts'
import { reformReaction } from './protection/reactions.ts'
import { recountReports } from './protection/recounting.ts'
import { protectionRoutes } from './protection/routes.ts'
import { backupRoutes } from './register/backup/routes.ts'
import { keepBackingUp } from './register/backup/schedule.ts'
import { backupStanding, type Watched } from './register/backup/standing.ts'
import type { FiguresHouse } from './register/figures/house.ts'
import { figuresChore, remakingChore } from './register/figures/jobs.ts'
import { figuresRoutes, serveFigureFiles } from './register/figures/routes.ts'
import { figureFolder } from './register/figures/store.ts'
import { publishingChore, witnessingChore } from './register/jobs.ts'
import { logStoreOf } from './register/log/chosen-store.ts'
import { waitingFor } from './register/log/waiting.ts'
import { openRegister, type Register } from './register/register.ts'
import { registerRoutes, serveLogFiles } from './register/routes.ts'
import type { BulletinHouse } from './supervision/bulletins/house.ts'
import { bulletinInstructionReaction } from './supervision/bulletins/instructing.ts'
import { bulletinIssuer } from './supervision/bulletins/issuer.ts'
import { countOrders } from './supervision/bulletins/orders-figure.ts'
import { countProposals } from './supervision/bulletins/proposals-figure.ts'
import { bulletinRoutes } from './supervision/bulletins/routes.ts'
import type { FindingHouse } from './supervision/finding/house.ts'
import { forgetPrints } from './supervision/finding/judging.ts'
import { answerPrinting } from './supervision/finding/prints.ts'
import { findingReaction } from './supervision/finding/reactions.ts'
import { orderIssuer } from './supervision/issuer.ts'
import { dueSupervision } from './supervision/jobs.ts'
import { dueProposals } from './supervision/proposals/jobs.ts'
import { proposalIssuer } from './supervision/proposals/paper-content.ts'
import { proposalFindingReaction, proposalReformReaction } from './supervision/proposals/reactions.ts'
import { recountProposals } from './supervision/proposals/recounting.ts'
import { proposalRoutes } from './supervision/proposals/routes.ts'
import { recountMatters } from './supervision/recounting.ts'
import { supervisionRoutes } from './supervision/routes.ts'
import { hasOpenOrders } from './supervision/shared-plan.ts'
import { dueTasks } from './tasks/jobs.ts'
import { hasOpenTasks } from './tasks/queries.ts'
import { taskKeepingReaction, taskReformReaction } from './tasks/reactions.ts'
import { recountTasks } from './tasks/recounting.ts'
import { taskRoutes } from './tasks/routes.ts'
import { houseSegmenter } from './text/house-segmenter.ts'
import { establishmentRoutes } from './workforce/establishment/routes.ts'
import { fairnessReaction } from './workforce/fairness/counting.ts'
import { fairnessRoutes } from './workforce/fairness/routes.ts'
import { handbookRoutes } from './workforce/handbook/routes.ts'
import { dueSecondments } from './workforce/secondments/jobs.ts'
import { secondmentPostReaction, secondmentReformReaction } from './workforce/secondments/reactions.ts'
import { recountSecondments } from './workforce/secondments/recounting.ts'
import { secondmentRoutes } from './workforce/secondments/routes.ts'
import { dueCertificates } from './workforce/training/jobs.ts'
import { enrolmentIssuer } from './workforce/training/paper-content.ts'
import { certificateReaction, trainingReformReaction } from './workforce/training/reactions.ts'
import { recountEnrolments } from './workforce/training/recounting.ts'
import { trainingRoutes } from './workforce/training/routes.ts'
import { workloadRoutes } from './workforce/workload/routes.ts'

/** Everything that the rooms need, opened once for a process. */
export interface Rooms {
  readonly vault: KeyFolder
  readonly petitionerKeys: PetitionerKeys
  readonly directory: OrganDirectory
  readonly petitions: PetitionHouse
  readonly protection: ProtectionHouse
  readonly finding: FindingHouse
  readonly bulletins: BulletinHouse
  readonly search: RepeatHouse
  readonly register: Register
  readonly figures: FiguresHouse
  readonly calendar: CalendarHouse
  readonly suggested: SuggestedHouse
  /** Organs, accounts and sessions: administration, and the door that lets staff in. */
  readonly door: Door
  close(): void
}

export async function openRooms({ config, pools, log }: House): Promise<Rooms> {
  const vault = await openVault(config, pools.app)
  const issued = await petitionerKeys(vault)
  const now = () => new Date().toISOString()
  const { app, work } = pools
  const register = await openRegister({
    ...{ app, work, vault, store: logStoreOf(config), publicUrl: config.publicUrl, now },
    witnesses: config.witnesses,
  })
  const today = wallCalendar(config.zone)
  const time = wallClock(config.zone)
  const directory = await openDirectory(pools.app, { report: (fault) => log.warn({ err: fault }, 'organs') })
  const calendars = await openCalendars(pools.app, { report: (fault) => log.warn({ err: fault }, 'calendars') })
  const petitions = {
    app: pools.app,
    work: pools.work,
    bell: new Bell(),
    keys: caseKeys(vault),
    blind: blindIndex(vault),
    directory: petitionDirectory(directory),
    laws: await readLaws([shippedPacks, config.folder.lawPacks], config.law),
    calendars,
    files: await sealedFiles(config.folder.files, vault),
    staffNames: (accounts: readonly string[]) => namesOf(pools.app, accounts),
    isColleague: (account: string, organ: OrganId) => isColleague(pools.app, account, organ, today()),
    handlersIn: (organ: OrganId) => handlersIn(pools.app, organ, today()),
    leadsOf: (accounts: readonly string[]) => leadsOf(pools.app, accounts, today()),
    isDeserted: (organ: OrganId, keptOut: KeptOut) => isDeserted(pools.app, organ, keptOut, today()),
    accountsNamed: (said: string, organ: OrganId | null) => accountsNamed(pools.app, said, organ),
    petitionerKey: (seed: string) => issued.issue(seed),
    isKey: (key: PetitionerKey, digests: readonly Uint8Array[]) => issued.matches(key, digests) >= 0,
    receiptSigner: register.receiptSigner,
    proofOf: register.proofOf,
    outgoing: noticeJobs,
    today,
    time,
    now,
  }
  const door = await openDoor(
    { house: petitions, organs: directory, today: petitions.today, now: petitions.now },
    vault,
    { secondFactor: config.secondFactor, signOn: signOnOf(config, log) },
  )
  const protection = { ...petitions, tell: reportNotices(noticeQueue) }
  const finding = { ...petitions, printing: answerPrinting(vault) }
  const bulletins = bulletinHouse(petitions)
  const organs = petitions.directory
  const search = searchHouse(petitions, vault)
  const store = figureFolder(config.folder.figures)
  const figures = { app, work, register, store, directory: organs, today, now }
  const calendar = calendarHouse(petitions, protection, calendars)
  const suggested = suggestedHouse(petitions, (fault) => log.warn({ err: fault }, 'a model of what to suggest'))
  const close = () => {
    directory.close()
    calendars.close()
  }
  return {
    vault,
    petitionerKeys: issued,
    directory,
    petitions,
    protection,
    finding,
    bulletins,
    search,
    register,
    figures,
    calendar,
    suggested,
    door,
    close,
  }
}

/** Figures that other rooms than the petition's count; what is not in this house is said to be missing in what is written. */
export const bulletinHouse = (petitions: PetitionHouse): BulletinHouse => ({
  ...petitions,
  figuresOf: {
    ...{ supervision: countOrders, proposals: countProposals, assessment: countCirculated },
    decisions: countDecided,
  },
})

/** Texts are cut with the names that the organs have now. */
export const searchHouse = (petitions: PetitionHouse, vault: Pick<KeyFolder, 'indexKeys'>): RepeatHouse => {
  const { directory } = petitions
  const names = () => [...directory.all()].map(({ id }) => directory.nameOf(id).zh)
  const own = { wordKeys: wordKeys(vault), repeatPrinting: repeatPrinting(vault), segmenter: houseSegmenter({ names }) }
  return { ...petitions, ...own }
}

/** The models of this process, and what the code tables say where there is none. */
export const suggestedHouse = (petitions: PetitionHouse, report: (fault: unknown) => void): SuggestedHouse => ({
  ...petitions,
  shelf: suggestionShelf({ work: petitions.work, organs: () => organsOf(petitions), report }),
})

/** The rooms that keep clocks, of which only the petitions' may be told how many moved. */
export function calendarHouse(
  petitions: PetitionHouse,
  protection: ProtectionHouse,
  shelf: CalendarShelf,
): CalendarHouse {
  const { app, work, bell, directory, staffNames, today, now } = petitions
  return {
    ...{ app, work, bell, directory, staffNames, today, now, shelf },
    recounters: [
      { table: 'petition_clock', isTold: true, recount: (streams) => recountPetitions(petitions, streams) },
      { table: 'report_clock', isTold: false, recount: (streams) => recountReports(protection, streams) },
      { table: 'supervision_clock', isTold: false, recount: (streams) => recountMatters(petitions, streams) },
      { table: 'letter_clock', isTold: false, recount: (streams) => recountLetters(petitions, streams) },
      // of what is proposed against somebody nobody is to know that it is there
      { table: 'proposal_clock', isTold: false, recount: (streams) => recountProposals(petitions, streams) },
      { table: 'task_clock', isTold: false, recount: (streams) => recountTasks(petitions, streams) },
      { table: 'mediation_clock', isTold: false, recount: (streams) => recountMediations(petitions, streams) },
      { table: 'referral_clock', isTold: false, recount: (streams) => recountReferrals(petitions, streams) },
      { table: 'secondment_clock', isTold: false, recount: (streams) => recountSecondments(petitions, streams) },
      { table: 'enrolment_clock', isTold: false, recount: (streams) => recountEnrolments(petitions, streams) },
      { table: 'theme_clock', isTold: false, recount: (streams) => recountThemes(petitions, streams) },
      { table: 'warning_clock', isTold: false, recount: (streams) => recountWarnings(petitions, streams) },
      { table: 'ownership_clock', isTold: false, recount: (streams) => recountOwnerships(petitions, streams) },
      { table: 'dispute_clock', isTold: false, recount: (streams) => recountDisputes(petitions, streams) },
      { table: 'screening_clock', isTold: false, recount: (streams) => recountScreenings(petitions, streams) },
    ],
  }
}

/** The desk's page for it is where the directory sends people back to. */
function signOnOf({ signOn, publicUrl }: House['config'], log: House['log']): SignOnSettings | null {
  if (signOn === null || publicUrl === null) return null
  const report = (fault: unknown) => log.warn({ err: fault }, 'a sign-on came to nothing')
  return { ...signOn, redirectUri: `${publicUrl}/desk/sign-on`, report }
}

/** Names are looked for county by county, because that is how they are indexed. */
export const petitionDirectory = (directory: OrganDirectory): Directory => ({
  ...directory,
  all: () => directory.current().all(),
  countiesOf: (region) => {
    const inside = directory.current().search({ region: region.slice(0, 6) })
    return [...new Set(inside.map((organ) => organ.region.slice(0, 6).padEnd(6, '0')))]
  },
})

/** The day that the calendar on the office's wall shows now. Making the format takes longer than all else in a row of a list. */
export function wallCalendar(zone: string): () => Day {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone })
  return () => day(format.format(new Date()))
}

/** The time that the clock beside it shows. */
export function wallClock(zone: string): () => WallTime {
  const format = new Intl.DateTimeFormat('sv-SE', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  })
  return () => wallTime(format.format(new Date()))
}

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }
const builtPages = (app: string): string => fileURLToPath(new URL(`../dist/${app}`, import.meta.url))

/** What only a measurement sets otherwise. */
export interface Answering {
  readonly limits?: AppOptions['limits']
}

/** Whoever opens the papers of rooms other than the petition's. */
const issuersOf = ({ petitions, bulletins }: Rooms): readonly PaperIssuer[] => [
  orderIssuer(petitions),
  proposalIssuer(petitions),
  mediationIssuer(petitions),
  intakeIssuer(petitions),
  bulletinIssuer(bulletins),
  readingIssuer(petitions),
  receptionIssuer(petitions),
  meetingIssuer(bulletins),
  itemIssuer(bulletins),
  enrolmentIssuer(petitions),
]

/** The HTTP app with every room's endpoints. */
export async function appOf(
  { config, pools, log }: House,
  rooms: Rooms,
  { limits }: Answering = {},
): Promise<FastifyInstance> {
  const {
    petitions,
    protection,
    bulletins,
    search,
    suggested,
    register,
    figures,
    calendar,
    petitionerKeys: keys,
    vault,
    door,
  } = rooms
  const identify = identifier({
    pool: pools.app,
    sessions: door.sessions,
    keys,
    guard: keyGuard(door.attempts),
    now: petitions.now,
  })
  const watched: Watched = { app: pools.app, settings: config.backup, zone: config.zone, now: () => new Date() }
  const served: AnyRoom[] = [
    petitionRoutes(petitions),
    erasureRoutes(petitions),
    announcementRoutes(petitions),
    protectionRoutes(protection),
    ownershipRoutes(petitions),
    supervisionRoutes(petitions),
    assessmentRoutes(petitions),
    proposalRoutes(petitions),
    taskRoutes(petitions),
    disputeRoutes(petitions),
    mediationRoutes(petitions),
    referralRoutes(petitions),
    reliefRoutes(petitions),
    intakeRoutes(petitions),
    warningRoutes(petitions),
    erasingRoutes(petitions),
    trendRoutes(petitions),
    topicRoutes(petitions),
    themeRoutes(petitions),
    establishmentRoutes(petitions),
    workloadRoutes(petitions),
    fairnessRoutes(petitions),
    qualityRoutes(rooms.finding),
    exemplaryRoutes(petitions),
    regularityRoutes(petitions),
    pilotRoutes(petitions),
    trainingRoutes(petitions),
    readingRoutes(petitions),
    conferenceRoutes(bulletins),
    groupRoutes(bulletins),
    mediatorRoutes(petitions),
    helperRoutes(petitions),
    callRoutes(petitions),
    suggestionRoutes(petitions),
    identityRoutes(door),
    registerRoutes(register),
    figuresRoutes(figures),
    lawRoutes(petitions),
    documentRoutes(petitions, issuersOf(rooms)),
    receptionRoutes(petitions),
    bulletinRoutes(bulletins),
    calendarRoutes(calendar),
    responsibilityRoutes(petitions),
    visitRoutes(petitions),
    screeningRoutes(petitions),
    searchRoutes(search),
    repeatRoutes(search),
    suggestedRoutes(suggested),
    backupRoutes(watched),
    secondmentRoutes(petitions),
    handbookRoutes(petitions, () => served),
  ]
  return buildApp({
    version,
    rooms: served,
    files: (app) => {
      serveLogFiles(app, register)
      serveFigureFiles(app, figures)
    },
    identify,
    health: async () => {
      await pools.app.query('select 1')
      return { database: 'up', lag: await lagOfReaders(rooms), backup: await backupStanding(watched) }
    },
    browserOf: (kept) => door.browsers.accountIn(kept, new Date(petitions.now())),
    digestSecret: subkey(await vault.sessionKey(), 'request digest').export(),
    log: log.child({ part: 'http' }),
    pages: { portal: builtPages('portal'), desk: builtPages('desk'), alone: builtPages('verify') },
    trustProxy: config.trustedProxies,
    limits: limits ?? limitsOf(config.strangersPetitions),
  })
}

const limitsOf = (strangersPetitions: number): Limits => ({
  ...usualLimits,
  strangersRegistration: { ...usualLimits.strangersRegistration, max: strangersPetitions },
})

/** Whoever follows the facts, each with a checkpoint of its own. */
const readersOf = ({
  petitions,
  protection,
  finding,
  bulletins,
  search,
  suggested,
  door,
}: Rooms): readonly Consumer[] => [
  choiceReaction(suggested),
  successionReaction(petitions),
  reformReaction(protection),
  proposalReformReaction(petitions),
  proposalFindingReaction(petitions),
  taskReformReaction(petitions),
  warningReaction(),
  trendReaction(),
  regularityReaction(),
  warningReformReaction(petitions),
  topicReaction(petitions),
  themeStepReaction(petitions),
  pilotStepReaction(petitions),
  exemplaryKeepingReaction(petitions),
  themeReformReaction(petitions),
  secondmentPostReaction(petitions, door),
  secondmentReformReaction(petitions),
  certificateReaction(petitions),
  trainingReformReaction(petitions),
  taskKeepingReaction(petitions),
  disputeReformReaction(petitions),
  disputePetitionReaction(petitions),
  mediationReformReaction(petitions),
  mediationPetitionReaction(petitions),
  mediationDisputeReaction(petitions),
  mediationFollowingReaction(petitions),
  referralReformReaction(petitions),
  referralKeepingReaction(petitions),
  reliefReformReaction(petitions),
  reliefKeepingReaction(petitions),
  reliefHandingReaction(petitions),
  intakeKeepingReaction(petitions),
  intakeBegunReaction(petitions),
  assistanceReaction(petitions),
  ...conferenceReactions(bulletins),
  ...groupReactions(bulletins),
  ownershipReformReaction(petitions),
  ownershipProposingReaction(petitions),
  ownershipFollowingReaction(petitions),
  engagementReaction(petitions),
  numberingReaction(petitions, issuing),
  findingReaction(finding),
  qualityReaction(finding),
  fairnessReaction(),
  assessmentReaction(petitions),
  readingReaction(petitions),
  receptionQueueReaction(petitions),
  receptionPromiseReaction(petitions),
  receptionPetitionReaction(petitions),
  receptionMaterialReaction(petitions),
  bulletinInstructionReaction(bulletins),
  visitAgreementReaction(petitions),
  visitCaseReaction(petitions),
  visitReformReaction(petitions),
  screeningFoundReaction(petitions),
  screeningReformReaction(petitions),
  instructionReaction(petitions),
  suggestionReaction(petitions),
  suggestionTaskReaction(petitions),
  searchReaction(search),
  repeatReaction(search),
]

/** How many facts each reader still has before it; the outbox counts as one. */
async function lagOfReaders(rooms: Rooms): Promise<Readonly<Record<string, number>>> {
  const { petitions, register } = rooms
  const [lags, { jobs }, { facts }] = await Promise.all([
    Promise.all(readersOf(rooms).map(({ name }) => lagOf(petitions, name))),
    waitingIn(petitions),
    waitingFor(register.work),
  ])
  return { ...Object.fromEntries(lags.map(({ name, facts }) => [name, facts])), outbox: jobs, register: facts }
}

const sweepEveryMs = 60_000
/** A notice that this process loaded itself rings the bell; what another loaded is seen by then. */
const recountEveryMs = 10_000
/** Each publication leaves partial tiles and is flushed to disk, so facts are taken in by the second and not one by one. */
const publishEveryMs = 1000
const dayMs = 86_400_000
/** A client that has not asked again within a week never will; and the answer to a registration shows its keys. */
const requestsKeptMs = 7 * dayMs
const jobsKeptMs = 30 * dayMs

/** Forgets which requests had an effect, and jobs that were handed over: both are for asking again soon after. And answers of a year ago. */
async function forgetDone(petitions: PetitionHouse): Promise<boolean> {
  const now = Date.parse(petitions.now())
  await forgetRequests(petitions, new Date(now - requestsKeptMs))
  await forgetRelayed(petitions, new Date(now - jobsKeptMs))
  await forgetPrints(petitions, petitions.today())
  return false
}

/** Rooms that still work on a petition, each of which keeps what is written in it from being erased. */
const keepers = [hasReports, hasOpenOrders, hasOpenTasks, isMediated, hasOpenItems, hasOpenGroups, isOwned] as const

/**
 * Messages wait in the spool of the data folder, whatever carries them away. And where a petitioner reported past the office, what the
 * petition holds is evidence: it stays, and nobody is told why, because nobody who has the petition may know. While an order of supervision
 * runs it is evidence too, and while something is still to be done about it that was instructed or promised.
 */
const erasures = ({ config }: House, petitions: PetitionHouse) =>
  dueErasures({
    house: petitions,
    forgetMessages: (notices) => forgetSpooled(config.folder.spool, notices),
    mustKeep: async (number) => {
      for (const keeps of keepers) if (await keeps(petitions, number)) return true
      return false
    },
    streamsBeside: (number) => bookingsWith(petitions, number),
  })

/** A sweep as a chore that is done again and again. */
const chore = <Item extends Due>({ log }: House, due: Sweep<Item>) => ({
  name: due.name,
  async once(): Promise<boolean> {
    const { faults, more } = await sweep(due)
    for (const fault of faults) log.error(fault, 'a due clock could not be swept')
    return more
  },
})

/** What the house does by itself: hands jobs to the queue, sends notices, follows other rooms' facts, sweeps what is due. */
export async function keepWorking(house: House, rooms: Rooms, { boss }: Jobs, url: string): Promise<Running> {
  const { petitions, protection, search, register, figures, calendar, door, vault, suggested } = rooms
  await boss.createQueue(noticeQueue, { retryLimit: 8, retryBackoff: true, retryDelay: 30 })
  const sending = {
    house: petitions,
    carriers: carriersOf(spoolCarrier(house.config.folder.spool, vault), house.config.smtp),
    followAt: `${house.config.publicUrl ?? url}/follow`,
    bookingAt: `${house.config.publicUrl ?? url}/reception/booking`,
  }
  await boss.work<{ stream: string; payload: Omit<NoticeJob, 'id' | 'stream'> }>(
    noticeQueue,
    { batchSize: 20, pollingIntervalSeconds: 2 },
    async (jobs) => {
      // One after the other, and all of them: a message that nobody takes must not keep the others waiting.
      const failed: unknown[] = []
      for (const { id, data } of jobs) {
        const { fact, person, references } = data.payload
        const job = { id, stream: data.stream, fact, person, references }
        await sendNotices(sending, job).catch((fault: unknown) => failed.push(fault))
      }
      if (failed.length > 0) throw failed[0]
    },
  )
  const report = (name: string, fault: unknown) =>
    house.log.error({ err: fault, chore: name }, 'the house could not do its own work')
  const reading = keepReading(petitions, readersOf(rooms), { report })
  const relaying = keepRelaying(petitions, bossQueue(boss), { report })
  const forgetting = { name: 'forgetting', once: () => forgetDone(petitions) }
  const sweeps = [
    chore(house, dueClocks(petitions)),
    chore(house, sightsPast(petitions)),
    chore(house, dueReports(protection)),
    chore(house, dueSupervision(petitions)),
    chore(house, dueLetters(petitions)),
    chore(house, dueProposals(petitions)),
    chore(house, dueTasks(petitions)),
    chore(house, dueDisputes(petitions)),
    chore(house, dueMediations(petitions)),
    chore(house, dueReferrals(petitions)),
    chore(house, dueReminders(petitions)),
    chore(house, dueScreenings(petitions)),
    chore(house, dueRounds(petitions)),
    chore(house, dueWarnings(petitions)),
    chore(house, dueThemes(petitions)),
    chore(house, dueSecondments(petitions)),
    chore(house, dueCertificates(petitions)),
    chore(house, dueDraws(petitions)),
    chore(house, departedLeaders(petitions)),
    chore(house, dueOwnerships(petitions)),
    chore(house, longOpenPetitions(petitions)),
    chore(house, departedOwners(petitions)),
    chore(house, engagementsPast(petitions)),
    chore(house, engagementsKept(petitions)),
    chore(house, helpersPast(petitions)),
    chore(house, groupsPast(bulletinHouse(petitions))),
    chore(house, circulationsPast(bulletinHouse(petitions))),
    chore(house, erasures(house, petitions)),
    chore(house, dueRecordErasures(petitions)),
  ]
  const monthly = [remakingChore(figures), ...(house.config.figures === 'monthly' ? [figuresChore(figures)] : [])]
  const sweeping = keepDoing({}, [...sweeps, sweepSessions(door), forgetting, staleRows(search), ...monthly], {
    report,
    pollMs: sweepEveryMs,
  })
  const night = new AbortController()
  const nightly = [
    nightlyWarnings(petitions, house.log.child({ part: 'warnings' }), night.signal),
    nightlyLearning(suggested, house.log.child({ part: 'suggested' }), night.signal),
    nightlyTopics(petitions, house.log.child({ part: 'topics' }), night.signal),
    nightlyThemes(petitions, house.log.child({ part: 'themes' }), night.signal),
  ]
  const looking = keepDoing({}, nightly, { report, pollMs: sweepEveryMs })
  const recounting = keepDoing(petitions, [recountingChore(calendar)], { report, pollMs: recountEveryMs })
  const { witnesses } = house.config
  const witnessing = witnesses.length === 0 ? [] : [witnessingChore(register, witnesses, report)]
  const publishing = keepDoing({}, [publishingChore(register, report), ...witnessing], {
    report,
    pollMs: publishEveryMs,
  })
  const saving = savesItself(house)
  return {
    async stop() {
      night.abort()
      await Promise.all([
        looking.stop(),
        reading.stop(),
        relaying.stop(),
        sweeping.stop(),
        recounting.stop(),
        publishing.stop(),
        saving?.stop(),
      ])
    },
  }
}

/** Once a day into the folder that it was told; of many processes one does it. */
function savesItself({ config, database, pools, log }: House): Running | null {
  const { backup: settings, folder, zone } = config
  if (settings === null) return null
  return keepBackingUp({
    ...{ database, work: pools.work, folder, settings, zone, program: version },
    ...{ log: log.child({ part: 'backup' }), now: () => new Date() },
  })
}
