import { days, workingDays } from '../../kernel/span.ts'
import { decided, rule } from '../basis.ts'
import type { ReferralClockName, ReferralLimit, ReferralRule, ReferralWay } from '../referrals.ts'

const organ = (span: ReferralLimit['span'], basis: ReferralLimit['basis']) =>
  ({ binds: 'organ', span, basis }) as const satisfies ReferralLimit
const petitioner = (span: ReferralLimit['span'], basis: ReferralLimit['basis']) =>
  ({ binds: 'petitioner', span, basis }) as const satisfies ReferralLimit

/**
 * Each number stands in the article that it cites. 3, 5, 7 and 10 days of the Reconsideration Law are working days (art. 88 (2)). Limits that
 * run for months or years are told in words (`other-procedures.ts`) and not counted out: from which day they run is for others to say.
 */
export const referrals = {
  administrativeReconsideration: {
    limits: {
      applyElsewhere: petitioner(days(60), rule('XZFY', 20, 1)),
      examineApplication: organ(workingDays(5), rule('XZFY', 30, 1)),
      correctApplication: petitioner(workingDays(10), rule('XZFY', 31, 2)),
      decideElsewhere: {
        ...organ(days(60), rule('XZFY', 62, 1)),
        extendableBy: { ...days(30), basis: rule('XZFY', 62, 1) },
      },
      decideSimplified: organ(days(30), rule('XZFY', 62, 2)),
      sueAfterDecision: petitioner(days(15), rule('XZSS', 45)),
      sueAfterRefusal: petitioner(days(15), rule('XZFY', 34)),
      sueAfterSilence: petitioner(days(15), rule('XZSS', 45)),
    },
    silenceAccepts: rule('XZFY', 30, 3),
    hasSimplified: true,
    mediation: rule('XZFY', 5, 1),
    basis: rule('XZFY', 11),
  },
  administrativeLitigation: {
    limits: { examineApplication: organ(days(7), rule('XZSS', 51, 2)) },
    hasSimplified: false,
    mediation: null,
    basis: rule('XZSS', 12, 1),
  },
  labourArbitration: {
    limits: {
      examineApplication: organ(days(5), rule('LDZC', 29)),
      decideElsewhere: {
        ...organ(days(45), rule('LDZC', 43, 1)),
        extendableBy: { ...days(15), basis: rule('LDZC', 43, 1) },
      },
      sueAfterDecision: petitioner(days(15), rule('LDZC', 50)),
    },
    hasSimplified: false,
    mediation: rule('LDZC', 42, 1),
    basis: rule('LDZC', 2),
  },
  landContractArbitration: {
    limits: {
      decideElsewhere: { ...organ(days(60), rule('TDZC', 47)), extendableBy: { ...days(30), basis: rule('TDZC', 47) } },
      sueAfterDecision: petitioner(days(30), rule('TDZC', 48)),
    },
    hasSimplified: false,
    mediation: rule('TDZC', 11),
    basis: rule('TDZC', 2, 2),
  },
  civilLitigation: {
    limits: { examineApplication: organ(days(7), rule('MSF', 126)) },
    hasSimplified: false,
    mediation: null,
    basis: rule('MSF', 122),
  },
  /** Whoever refuses is not mediated, and the court goes on with the case. */
  mediationBeforeFiling: { limits: {}, hasSimplified: false, mediation: rule('MSF', 125), basis: rule('MSF', 125) },
  courtMediation: { limits: {}, hasSimplified: false, mediation: rule('MSF', 98), basis: rule('MSF', 98) },
} as const satisfies Record<ReferralWay, ReferralRule>

/** What a paper says may bind either side, whatever the way. Practice. */
export const dayOnPaper = { binds: 'petitioner', basis: decided('0050') } as const

/** How many days before the last day of a petitioner’s limit they are reminded. Practice: no statute says so. */
export const remindBefore = { long: 10, short: 3, longFrom: 30, basis: decided('0050') } as const

export const limitOf = (way: ReferralWay, clock: ReferralClockName): ReferralLimit | undefined =>
  (referrals[way] as ReferralRule).limits[clock]
export const ruleOf = (way: ReferralWay): ReferralRule => referrals[way]
