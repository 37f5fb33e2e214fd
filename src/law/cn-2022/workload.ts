import { decided } from '../basis.ts'
import type { WorkloadWeights } from '../workload.ts'

/** No article weighs anything: they are the house’s own (docs/adr/0067). */
export const workloadWeights = {
  suggestion: { weight: 1, basis: decided('0067') },
  appeal: { weight: 2, basis: decided('0067') },
  accusation: { weight: 3, basis: decided('0067') },
  intake: { weight: 1, basis: decided('0067') },
  handling: { weight: 3, basis: decided('0067') },
  serving: { weight: 1, basis: decided('0067') },
  review: { weight: 2, basis: decided('0067') },
} as const satisfies WorkloadWeights
