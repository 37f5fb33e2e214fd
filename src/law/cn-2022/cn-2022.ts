/** Pack `cn-2022`: the Regulations on Petition Work (信访工作条例), in force since 2022-05-01, with their companion rules. */
import { article, decided, rule } from '../basis.ts'
import type {
  DeclineGround,
  DeclineRule,
  DocumentKind,
  DocumentRule,
  Outcome,
  Principle,
  Route,
  RouteName,
  ServiceRule,
  ServiceWay,
} from '../law.ts'
import { assessmentTimes, indicators } from './assessment.ts'
import { clocks } from './clocks.ts'
import { conference } from './conference.ts'
import { disputes } from './disputes.ts'
import { mediation } from './mediation.ts'
import { notSuable, otherProcedures } from './other-procedures.ts'
import { ownership } from './ownership.ts'
import { permissions } from './permissions.ts'
import { instructionTemplates } from './reading.ts'
import { receptions } from './reception.ts'
import { retention } from './retention.ts'
import { rewards } from './rewards.ts'
import { rights } from './rights.ts'
import { secondmentTimes } from './secondments.ts'
import { situationReports } from './situation.ts'
import { supervision } from './supervision.ts'
import { themeTimes } from './themes.ts'
import { trainings, trainingTimes } from './trainings.ts'
import { warningTimes } from './warnings.ts'
import { workloadWeights } from './workload.ts'

/** Art. 31: six routes for appeals and requests for resolution. */
const routes = {
  judicialProcedure: { number: 1, leads: 'statutoryProcedure', basis: article(31, 1, 1) },
  arbitration: { number: 2, leads: 'statutoryProcedure', basis: article(31, 1, 2) },
  partyProcedure: { number: 3, leads: 'statutoryProcedure', basis: article(31, 1, 3) },
  administrativeProcedure: { number: 4, leads: 'statutoryProcedure', basis: article(31, 1, 4) },
  performDuty: { number: 5, leads: 'ownDuty', basis: article(31, 1, 5) },
  handlingOpinion: { number: 6, leads: 'opinion', basis: article(31, 1, 6) },
} as const satisfies Record<RouteName, Route>

/** The only grounds on which a matter that was registered may be declined. "No competence" after forwarding is an objection. */
const declineGrounds = {
  sameMatterInProgress: { onlyDirect: false, needs: 'matterElsewhere', basis: article(19, 3) },
  alreadyReexamined: { onlyDirect: false, needs: 'earlierPetition', basis: article(36, 3) },
  notWithinCompetence: { onlyDirect: true, notByBureaus: true, needs: 'competentOrgan', basis: article(23, 1) },
  levelSkipped: { onlyDirect: true, onlyVisits: true, needs: 'lowerOrgan', basis: rule('ZJZF14', 4) },
} as const satisfies Record<DeclineGround, DeclineRule>

const outcomes = {
  supported: { executed: true, basis: article(32, 1, 1) },
  explained: { executed: false, basis: article(32, 1, 2) },
  notSupported: { executed: false, basis: article(32, 1, 3) },
} as const satisfies Record<Outcome, unknown>

const part = <const N extends string>(name: N, basis: DocumentRule['basis']) => ({ part: name, basis })

/** Required parts. Only those of the handling opinion stand in one article; the remedy notice is practice and local law. */
const documents = {
  receiptNotice: { served: false, basis: article(23, 3), parts: [part('procedure', article(23, 3))] },
  declineNotice: { served: false, basis: article(19, 3), parts: [part('reasons', article(44, 1, 3))] },
  directionNotice: {
    served: false,
    basis: article(31, 1),
    parts: [part('to', article(31, 1)), part('explanation', article(22, 2))],
  },
  destinationNotice: { served: false, basis: article(23, 1), parts: [] },
  extensionNotice: { served: false, basis: article(34), parts: [part('reason', article(34))] },
  /** Art. 34 knows no taking back; practice, in the petitioner's favour. */
  extensionRevocation: { served: false, basis: decided('0024'), parts: [part('reason', decided('0024'))] },
  handlingOpinion: {
    served: true,
    basis: article(32, 1),
    parts: [
      part('facts', article(32, 1)),
      part('answers', article(32, 1)),
      part('legalBasis', article(32, 1)),
      part('remedy', decided('0011')),
    ],
  },
  simplifiedAnswer: { served: true, basis: rule('JY16'), parts: [part('answers', rule('JY16'))] },
  dutyAnswer: {
    served: true,
    basis: article(31, 1, 5),
    parts: [part('answer', article(31, 1, 5)), part('legalBasis', article(31, 1, 5))],
  },
  suggestionReply: { served: true, basis: article(29, 1), parts: [part('reply', article(29, 1))] },
  settlementAgreement: { served: false, basis: article(33), parts: [part('agreement', article(33))] },
  reviewOpinion: {
    served: true,
    basis: article(35),
    parts: [part('facts', decided('0011')), part('opinion', article(35)), part('legalBasis', decided('0011'))],
  },
  reexaminationOpinion: {
    served: true,
    basis: article(36, 1),
    parts: [part('facts', decided('0011')), part('opinion', article(36, 1)), part('legalBasis', decided('0011'))],
  },
  reportBack: {
    served: false,
    basis: article(22, 1, 3),
    parts: [part('report', article(22, 1, 3)), part('result', article(22, 1, 3))],
  },
} as const satisfies Record<DocumentKind, DocumentRule>

/** Ways of service by analogy with civil procedure (民事诉讼法 87–95): the Regulations name none. */
const serviceWays = {
  direct: { proof: ['signature'], onlySimplified: false, runsDays: 0, basis: rule('MSSS', 88) },
  adultFamily: { proof: ['signature'], onlySimplified: false, runsDays: 0, basis: rule('MSSS', 88) },
  left: { proof: ['witness', 'photo'], onlySimplified: false, runsDays: 0, basis: rule('MSSS', 89) },
  electronic: { proof: ['consent'], onlySimplified: false, runsDays: 0, basis: rule('MSSS', 90) },
  post: { proof: ['postalReceipt'], onlySimplified: false, runsDays: 0, basis: rule('MSSS', 91) },
  announcement: { proof: ['publication'], onlySimplified: false, runsDays: 30, basis: rule('MSSS', 95) },
  phone: { proof: ['record'], onlySimplified: true, runsDays: 0, basis: rule('JY16') },
} as const satisfies Record<ServiceWay, ServiceRule>

/** What decisions rest on that is no row of another table. */
const principles = {
  whoAndWhatIsStated: { basis: article(19, 1) },
  bureausRoute: { basis: article(22, 1) },
  wrongForwardingIsObjectedTo: { basis: article(23, 3) },
  organsForwardDownwards: { basis: article(23, 1) },
  disputesAreDecidedAbove: { basis: article(24, 1) },
  successorsTakeOver: { basis: article(24, 2) },
  accusationsGoToTheCompetentBody: { basis: article(22, 2) },
  onlyTheCompetentBodyHandlesAccusations: { basis: article(30, 1) },
  accusationsAreKeptFromTheAccused: { basis: article(30, 3) },
  whoIsConcernedStepsAside: { basis: article(28, 3) },
  petitionersAreHeard: { basis: article(31, 1, 6) },
  everyClaimIsAnswered: { basis: article(32, 1) },
  whatIsSupportedIsCarriedOut: { basis: article(32, 2) },
  suggestionsAreAnswered: { basis: article(29, 1) },
  mediationNeedsConsent: { basis: article(33) },
  reviewIsOneLevelUp: { basis: article(35) },
  reexaminationIsOneLevelUp: { basis: article(36, 1) },
  nobodyIsPersecuted: { basis: article(18, 4) },
} as const satisfies Record<Principle, unknown>

export const cn2022 = {
  id: 'cn-2022',
  version: '1',
  name: { zh: '《信访工作条例》（2022）', en: 'Regulations on Petition Work (2022)' },
  note: null,
  regions: ['00'],
  inForceFrom: '2022-05-01',
  inForceUntil: null,
  clocks,
  permissions,
  retention,
  classes: {
    suggestion: { basis: article(29) },
    accusation: { basis: article(30) },
    appeal: { basis: article(31) },
  },
  principles,
  routes,
  declineGrounds,
  outcomes,
  documents,
  serviceWays,
  /** Art. 40 (1) has them in one sentence, without numbers; what is merely late falls under 违反信访工作规定办理. */
  supervisionTriggers: {
    procedureNotFollowed: { basis: article(40, 1) },
    shirking: { basis: article(40, 1) },
    falseResult: { basis: article(40, 1) },
    opinionNotCarriedOut: { basis: article(40, 1) },
    other: { basis: article(40, 1) },
  },
  proposalAnswer: { span: null, basis: article(40, 4) },
  supervision,
  ownership,
  conference,
  disputes,
  indicators,
  assessmentTimes,
  warningTimes,
  themeTimes,
  trainings,
  trainingTimes,
  secondmentTimes,
  workloadWeights,
  proposals: {
    improveWork: { to: ['organConcerned'], against: [], basis: article(40, 1) },
    improvePolicy: { to: ['ownParty', 'ownGovernment'], against: [], basis: article(40, 2) },
    holdToAccount: { to: ['inAuthority'], against: ['organs', 'people'], basis: article(40, 3) },
  },
  instructionTemplates,
  receptions,
  /** Art. 18 (2) says 定期 and no number: each is ours, and a pack may set its own. */
  visits: {
    province: { times: 1, per: 'year', basis: decided('0039') },
    prefecture: { times: 1, per: 'halfYear', basis: decided('0039') },
    county: { times: 1, per: 'quarter', basis: decided('0039') },
    township: { times: 1, per: 'month', basis: decided('0039') },
  },
  rewards,
  situationReports,
  mediation,
  /** Art. 10 says that disputes are looked for, and neither how often nor by when: each is practice, and a pack may set its own. */
  screenings: {
    week: { reportBy: 5, basis: decided('0046') },
    month: { reportBy: 25, basis: decided('0046') },
  },
  rights,
  otherProcedures,
  notSuable,
  representatives: { atMost: 5, basis: article(20, 3) },
  /** JY22 excludes; "possibly not supported" is the handler's judgement and is met by leaving the track. */
  simplified: {
    excluded: ['notFirst', 'assigned', 'severalOrgans', 'collective', 'urgent', 'statutoryRoute', 'accusation'],
    basis: rule('JY22'),
  },
  urgentReports: {
    bureau: ['ownParty', 'ownGovernment', 'competentDepartment', 'conferenceOffice', 'upperBureau', 'nationalBureau'],
    organ: ['ownParty', 'ownGovernment', 'competentDepartment', 'conferenceOffice'],
    basis: article(25),
  },
} as const
