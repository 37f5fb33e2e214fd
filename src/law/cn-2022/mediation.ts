/**
 * Mediation under the People's Mediation Law (2010), which the Regulations join with administrative and judicial mediation (art. 37). It is for
 * people's mediation committees; what it asks of them is kept here for every kind, because none asks less (docs/adr/0048).
 */
import { days, workingDays } from '../../kernel/span.ts'
import { article, decided, rule } from '../basis.ts'
import type { MediationLaw } from '../mediation.ts'

export const mediation = {
  kinds: {
    /** Committees of villages and neighbourhoods, of enterprises, and of townships and other organisations (art. 34). */
    people: {
      heldBy: ['mediationCentre', 'village', 'township', 'enterprise', 'massOrganisation'],
      isConfirmable: true,
      basis: rule('RMTJ', 2),
    },
    /** The Regulations name it and say no more of it; its agreement is no people's mediation agreement. */
    administrative: {
      heldBy: ['mediationCentre', 'department', 'government', 'township', 'police', 'bureau'],
      isConfirmable: false,
      basis: article(37),
    },
    /** Delegated by a court, which itself settles what an agreement is worth. */
    judicial: { heldBy: ['mediationCentre', 'court'], isConfirmable: false, basis: article(37) },
    /** Committees that social organisations set up after the model of this law. */
    industry: {
      heldBy: ['mediationCentre', 'massOrganisation', 'enterprise'],
      isConfirmable: true,
      basis: rule('RMTJ', 34),
    },
  },
  clocks: {
    /** Nothing national. Shenzhen has organs accept administrative mediation in five working days (SZ-ADR art. 46). */
    takeUpMediation: { span: workingDays(5), basis: decided('0048') },
    /** Nothing national. Shenzhen and others: thirty days unless the parties agree on another period (SZ-ADR art. 25). */
    mediate: { span: days(30), basis: decided('0048') },
    /** Art. 31 (2) has performance followed and gives no day: counted from the day that was promised. */
    followUpPromise: { span: days(15), basis: decided('0048') },
    /** While ten days are left. */
    remindOfConfirmation: { span: days(20), basis: decided('0048') },
    applyForConfirmation: { span: days(30), basis: rule('RMTJ', 33, 1) },
  },
  /** The statute says that an agreement may state them (可以载明); here a written one does (docs/adr/0048). */
  agreement: {
    parties: { basis: rule('RMTJ', 29, 1, 1) },
    facts: { basis: rule('RMTJ', 29, 1, 2) },
    disputed: { basis: rule('RMTJ', 29, 1, 2) },
    responsibility: { basis: rule('RMTJ', 29, 1, 2) },
    content: { basis: rule('RMTJ', 29, 1, 3) },
    performance: { basis: rule('RMTJ', 29, 1, 3) },
  },
} as const satisfies MediationLaw
