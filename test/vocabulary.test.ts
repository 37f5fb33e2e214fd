import { describe, expect, it } from 'vitest'
import { statusOfLetterRefusal } from '../src/assessment/wording.ts'
import { statusOfCallRefusal } from '../src/coordination/calls/wording.ts'
import { statusOfConferenceRefusal } from '../src/coordination/conference/wording.ts'
import { statusOfGroupRefusal } from '../src/coordination/groups/wording.ts'
import { statusOfSuggestionRefusal } from '../src/coordination/suggestions/wording.ts'
import { statusOfPaperRefusal } from '../src/documents/wording.ts'
import { statusOfExemplaryRefusal } from '../src/insight/exemplary/wording.ts'
import { statusOfPilotRefusal } from '../src/insight/pilots/wording.ts'
import { statusOfThemeRefusal } from '../src/insight/themes/wording.ts'
import { statusOfTopicRefusal } from '../src/insight/topics/wording.ts'
import { glossary } from '../src/law/glossary.ts'
import { statusOfOwnershipRefusal } from '../src/leadership/ownership/wording.ts'
import { statusOfReadingRefusal } from '../src/leadership/reading/wording.ts'
import { statusOfReceptionRefusal } from '../src/leadership/reception/wording.ts'
import { statusOfVisitRefusal } from '../src/leadership/visits/wording.ts'
import { statusOfIntakeRefusal } from '../src/mediation/intake/wording.ts'
import { statusOfMediationRefusal } from '../src/mediation/mediations/wording.ts'
import { statusOfRosterRefusal } from '../src/mediation/mediators/wording.ts'
import { statusOfReferralRefusal } from '../src/mediation/referrals/wording.ts'
import { statusOfReliefRefusal } from '../src/mediation/relief/wording.ts'
import { statusOfRefusal } from '../src/petition/status.ts'
import { statusOfDisputeRefusal } from '../src/prevention/disputes/wording.ts'
import { statusOfScreeningRefusal } from '../src/prevention/screening/wording.ts'
import { statusOfWarningRefusal } from '../src/prevention/warnings/wording.ts'
import { statusOfReportRefusal } from '../src/protection/wording.ts'
import { statusOfBulletinRefusal } from '../src/supervision/bulletins/wording.ts'
import { statusOfProposalRefusal } from '../src/supervision/proposals/wording.ts'
import { statusOfSupervisionRefusal } from '../src/supervision/wording.ts'
import { statusOfTaskRefusal } from '../src/tasks/wording.ts'
import { assessmentTerms } from '../src/wording/assessment-terms.ts'
import { bulletinTerms } from '../src/wording/bulletin-terms.ts'
import { calendarTerms, statusOfCalendarRefusal } from '../src/wording/calendar.ts'
import { callTerms } from '../src/wording/call-terms.ts'
import { conferenceTerms } from '../src/wording/conference-terms.ts'
import { disputeTerms } from '../src/wording/dispute-terms.ts'
import { establishmentTerms } from '../src/wording/establishment-terms.ts'
import { exemplaryTerms } from '../src/wording/exemplary-terms.ts'
import { figuresTerms, statusOfFiguresRefusal } from '../src/wording/figures.ts'
import { groupTerms } from '../src/wording/group-terms.ts'
import { helperTerms } from '../src/wording/helper-terms.ts'
import { intakeTerms } from '../src/wording/intake-terms.ts'
import { mediationTerms } from '../src/wording/mediation-terms.ts'
import { mediatorTerms } from '../src/wording/mediator-terms.ts'
import { ownershipTerms } from '../src/wording/ownership-terms.ts'
import { pilotTerms } from '../src/wording/pilot-terms.ts'
import { proposalTerms } from '../src/wording/proposal-terms.ts'
import { readingTerms } from '../src/wording/reading-terms.ts'
import { receptionTerms } from '../src/wording/reception-terms.ts'
import { referralTerms } from '../src/wording/referral-terms.ts'
import { reliefTerms } from '../src/wording/relief-terms.ts'
import { reportTerms } from '../src/wording/report-terms.ts'
import { responsibilityTerms, statusOfResponsibilityRefusal } from '../src/wording/responsibility.ts'
import { screeningTerms } from '../src/wording/screening-terms.ts'
import { secondmentTerms } from '../src/wording/secondment-terms.ts'
import { suggestionTerms } from '../src/wording/suggestion-terms.ts'
import { supervisionTerms } from '../src/wording/supervision-terms.ts'
import { taskTerms } from '../src/wording/task-terms.ts'
import { terms } from '../src/wording/terms.ts'
import { themeTerms } from '../src/wording/theme-terms.ts'
import { trainingTerms } from '../src/wording/training-terms.ts'
import { visitTerms } from '../src/wording/visit-terms.ts'
import { warningTerms } from '../src/wording/warning-terms.ts'
import { statusOfEstablishmentRefusal } from '../src/workforce/establishment/wording.ts'
import { statusOfSecondmentRefusal } from '../src/workforce/secondments/wording.ts'
import { statusOfTrainingRefusal } from '../src/workforce/training/wording.ts'

/** Words of everyday English that names may use beside those of the glossary. */
const plain = new Set(
  [
    'anothers begin begins carry carrying ends follow followed give it prolong prolonged refuse reply somebody',
    'a an the no not nothing nobody one own only such up back under above before elsewhere there itself yours without',
    'awaiting to in on or is was do does too already still many today',
    'take taken yet after certain behind has month year begun over stopped unchanged day future full late long small wrong unknown missing changed allowed needs fit',
    'edit edited submit submitted go note',
    'add added agree answer answered ask asked concluded conclude decide decided end ended fell issue issued leave left made',
    'ahead admit admitted concerned due held kept later met of out reach several state word',
    'be bureaus days for gives kind owed people reasons remind reminded send sent your',
    'another declare identify identified inform informed undecided mark marked name named names open opened pass passed propose proposed read record recorded running way',
    'accusations all are asking by decides drop dropped fixed keep known otherwise remains reopen replace replaced says steps what',
    'about change closes come found given instead join joined little longer phone requests start started time waits',
    'hand handed',
    'move moved against',
    'once twice down outside carried counted covers hundred facts case force lower period',
    'clerks goes its',
    'areas file filed next region',
    'progress reject rejected keeps asks tried often enough spoken witness second',
    'as more write say free declared stated freed agreed two answers declares ready came told written signatures were look looked at needed promises',
    'must early first far became centres limit waiting led presumed',
  ].flatMap((line) => line.split(' ')),
)

const commands = [
  ...Object.keys(terms.command),
  ...Object.keys(ownershipTerms.ownershipCommand),
  ...Object.keys(reportTerms.reportCommand),
  ...Object.keys(proposalTerms.proposalCommand),
  ...Object.keys(readingTerms.readingCommand),
  ...Object.keys(figuresTerms.figuresCommand),
  ...Object.keys(calendarTerms.calendarCommand),
  ...Object.keys(supervisionTerms.supervisionCommand),
  ...Object.keys(assessmentTerms.letterCommand),
  ...Object.keys(bulletinTerms.bulletinCommand),
  ...Object.keys(responsibilityTerms.responsibilityCommand),
  ...Object.keys(receptionTerms.receptionCommand),
  ...Object.keys(receptionTerms.bookingCommand),
  ...Object.keys(callTerms.callCommand),
  ...Object.keys(helperTerms.helperCommand),
  ...Object.keys(mediatorTerms.mediatorCommand),
  ...Object.keys(mediatorTerms.committeeCommand),
  ...Object.keys(helperTerms.engagementCommand),
  ...Object.keys(suggestionTerms.suggestionCommand),
  ...Object.keys(visitTerms.visitCommand),
  ...Object.keys(taskTerms.taskCommand),
  ...Object.keys(disputeTerms.disputeCommand),
  ...Object.keys(mediationTerms.mediationCommand),
  ...Object.keys(referralTerms.referralCommand),
  ...Object.keys(reliefTerms.reliefCommand),
  ...Object.keys(intakeTerms.intakeCommand),
  ...Object.keys(screeningTerms.screeningCommand),
  ...Object.keys(warningTerms.warningCommand),
  ...Object.keys(themeTerms.themeCommand),
  ...Object.keys(exemplaryTerms.exemplaryCommand),
  ...Object.keys(pilotTerms.pilotCommand),
  ...Object.keys(exemplaryTerms.exemplaryUseCommand),
  ...Object.keys(secondmentTerms.secondmentCommand),
  ...Object.keys(establishmentTerms.establishmentCommand),
  ...Object.keys(trainingTerms.courseCommand),
  ...Object.keys(trainingTerms.enrolmentCommand),
  ...Object.keys(conferenceTerms.conferenceCommand),
  ...Object.keys(groupTerms.groupCommand),
]
const facts = [
  ...Object.keys(terms.factType),
  ...Object.keys(ownershipTerms.ownershipFact),
  ...Object.keys(reportTerms.reportFact),
  ...Object.keys(proposalTerms.proposalFact),
  ...Object.keys(readingTerms.readingFact),
  ...Object.keys(figuresTerms.figuresFact),
  'PaperNumbered',
  ...Object.keys(calendarTerms.calendarFact),
  ...Object.keys(supervisionTerms.supervisionFact),
  ...Object.keys(assessmentTerms.letterFact),
  ...Object.keys(bulletinTerms.bulletinFact),
  ...Object.keys(responsibilityTerms.responsibilityFact),
  ...Object.keys(receptionTerms.receptionFact),
  ...Object.keys(receptionTerms.bookingFact),
  ...Object.keys(callTerms.callFact),
  ...Object.keys(helperTerms.helperFact),
  ...Object.keys(mediatorTerms.mediatorFact),
  ...Object.keys(mediatorTerms.committeeFact),
  ...Object.keys(helperTerms.engagementFact),
  ...Object.keys(suggestionTerms.suggestionFact),
  ...Object.keys(visitTerms.visitFact),
  ...Object.keys(referralTerms.referralFact),
  ...Object.keys(reliefTerms.reliefFact),
  ...Object.keys(intakeTerms.intakeFact),
  ...Object.keys(taskTerms.taskFact),
  ...Object.keys(disputeTerms.disputeFact),
  ...Object.keys(mediationTerms.mediationFact),
  ...Object.keys(screeningTerms.screeningFact),
  ...Object.keys(warningTerms.warningFact),
  ...Object.keys(themeTerms.themeFact),
  ...Object.keys(exemplaryTerms.exemplaryFact),
  ...Object.keys(pilotTerms.pilotFact),
  ...Object.keys(exemplaryTerms.exemplaryUseFact),
  ...Object.keys(secondmentTerms.secondmentFact),
  ...Object.keys(establishmentTerms.establishmentFact),
  ...Object.keys(trainingTerms.courseFact),
  ...Object.keys(trainingTerms.enrolmentFact),
  ...Object.keys(conferenceTerms.conferenceFact),
  ...Object.keys(groupTerms.groupFact),
]
const stages = [
  ...Object.keys(terms.stage),
  ...Object.keys(readingTerms.readingStage),
  ...Object.keys(ownershipTerms.ownershipStage),
  ...Object.keys(reportTerms.reportStage),
  ...Object.keys(proposalTerms.proposalStage),
  ...Object.keys(assessmentTerms.letterStage),
  ...Object.keys(bulletinTerms.bulletinStage),
  ...Object.keys(conferenceTerms.itemStage),
  ...Object.keys(conferenceTerms.meetingStage),
  ...Object.keys(groupTerms.groupStage),
  ...Object.keys(callTerms.callStage),
  ...Object.keys(helperTerms.engagementStage),
  ...Object.keys(suggestionTerms.suggestionStage),
  ...Object.keys(visitTerms.visitStage),
  ...Object.keys(referralTerms.referralStage),
  ...Object.keys(reliefTerms.reliefStage),
  ...Object.keys(intakeTerms.intakeStage),
  ...Object.keys(taskTerms.taskStage),
  ...Object.keys(disputeTerms.disputeStage),
  ...Object.keys(mediationTerms.mediationStage),
  ...Object.keys(screeningTerms.screeningStage),
  ...Object.keys(warningTerms.warningStage),
  ...Object.keys(themeTerms.themeStage),
  ...Object.keys(exemplaryTerms.exemplaryStage),
  ...Object.keys(pilotTerms.pilotStage),
  ...Object.keys(secondmentTerms.secondmentStage),
  ...Object.keys(trainingTerms.courseStage),
  ...Object.keys(trainingTerms.enrolmentStage),
]
const refusals = [
  ...Object.keys(statusOfRefusal),
  ...Object.keys(statusOfOwnershipRefusal),
  ...Object.keys(statusOfReportRefusal),
  ...Object.keys(statusOfProposalRefusal),
  ...Object.keys(statusOfFiguresRefusal),
  ...Object.keys(statusOfPaperRefusal),
  ...Object.keys(statusOfCalendarRefusal),
  ...Object.keys(statusOfSupervisionRefusal),
  ...Object.keys(statusOfLetterRefusal),
  ...Object.keys(statusOfBulletinRefusal),
  ...Object.keys(statusOfResponsibilityRefusal),
  ...Object.keys(statusOfReceptionRefusal),
  ...Object.keys(statusOfReadingRefusal),
  ...Object.keys(statusOfConferenceRefusal),
  ...Object.keys(statusOfGroupRefusal),
  ...Object.keys(statusOfCallRefusal),
  ...Object.keys(statusOfSuggestionRefusal),
  ...Object.keys(statusOfVisitRefusal),
  ...Object.keys(statusOfReferralRefusal),
  ...Object.keys(statusOfReliefRefusal),
  ...Object.keys(statusOfIntakeRefusal),
  ...Object.keys(statusOfTaskRefusal),
  ...Object.keys(statusOfDisputeRefusal),
  ...Object.keys(statusOfRosterRefusal),
  ...Object.keys(statusOfMediationRefusal),
  ...Object.keys(statusOfScreeningRefusal),
  ...Object.keys(statusOfWarningRefusal),
  ...Object.keys(statusOfThemeRefusal),
  ...Object.keys(statusOfExemplaryRefusal),
  ...Object.keys(statusOfPilotRefusal),
  ...Object.keys(statusOfSecondmentRefusal),
  ...Object.keys(statusOfEstablishmentRefusal),
  ...Object.keys(statusOfTrainingRefusal),
  ...Object.keys(statusOfTopicRefusal),
]
const names: readonly (readonly [kind: string, name: string])[] = [
  ...commands.map((name) => ['command', name] as const),
  ...facts.map((name) => ['fact', name] as const),
  ...stages.map((name) => ['stage', name] as const),
  ...refusals.map((name) => ['refusal', name] as const),
]
const wordsOf = (name: string): readonly string[] =>
  name
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .split(/[ -]/)
    .map((word) => word.toLowerCase())

const entries = Object.entries(glossary)
const known = new Set<string>(entries.flatMap(([, { words }]) => words))

describe('Names are made of the words of the glossary', () => {
  it.each(names)('%s %s', (_, name) => {
    expect(wordsOf(name).filter((word) => !known.has(word) && !plain.has(word))).toEqual([])
  })

  it.each([
    ['command', commands, /^[A-Z][a-zA-Z]+$/],
    [
      'fact',
      facts,
      /^[A-Z][a-zA-Z]*(?:ed|Left|On|Upheld|Withdrawn|Overdue|Urgent|Back|Begun|Brought|Kept|Given|Over|Up|Spread)$/,
    ],
    ['refusal', refusals, /^[a-z]+(?:-[a-z]+)*$/],
  ])('every %s has the form of one', (_, all, shape) => {
    expect(all.filter((name) => !shape.test(name))).toEqual([])
  })
})

describe('The glossary', () => {
  it.each(entries)('%s is said in both languages, defined and founded', (_, { zh, en, definition, basis }) => {
    expect(zh).toMatch(/^[\p{Script=Han}、]+$/u)
    expect(en).toMatch(/^[a-z][a-z-]+$/)
    expect(definition).toMatch(/^[A-Z].*\.$/)
    expect('instrument' in basis || 'adr' in basis).toBe(true)
  })

  it('has each word once, and no word that is plain', () => {
    const words = entries.flatMap(([, entry]) => [...entry.words])
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([])
    expect(words.filter((word) => plain.has(word))).toEqual([])
  })

  it('has no word that no name uses, and the plain list neither', () => {
    const used = new Set(names.flatMap(([, name]) => wordsOf(name)))
    expect([...known].filter((word) => !used.has(word))).toEqual([])
    expect([...plain].filter((word) => !used.has(word))).toEqual([])
  })
})
