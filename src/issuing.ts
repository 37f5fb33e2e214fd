/** The rooms that issue papers. They are named here and nowhere else, so that what is numbered is also what is checked. */

import { itemPapers, meetingPapers } from './coordination/conference/papers.ts'
import type { Issuing } from './documents/issuer.ts'
import { petitionPapers } from './documents/petition-papers.ts'
import { readingPapers } from './leadership/reading/papers.ts'
import { receptionPapers } from './leadership/reception/papers.ts'
import { intakePapers } from './mediation/intake/papers.ts'
import { mediationPapers } from './mediation/mediations/papers.ts'
import { bulletinPapers } from './supervision/bulletins/papers.ts'
import { orderPapers } from './supervision/papers.ts'
import { proposalPapers } from './supervision/proposals/papers.ts'
import { enrolmentPapers } from './workforce/training/papers.ts'

export const issuing: readonly Issuing[] = [
  petitionPapers,
  orderPapers,
  proposalPapers,
  mediationPapers,
  intakePapers,
  bulletinPapers,
  readingPapers,
  receptionPapers,
  meetingPapers,
  itemPapers,
  enrolmentPapers,
]
