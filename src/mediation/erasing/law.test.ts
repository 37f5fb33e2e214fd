/** For how long what is of nobody’s petition is kept (docs/adr/0057), by rows of the pack; test/law-mutants.ts changes each and sees that this turns red. */
import { addDays, addYears, type Day, day } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { decided } from '../../law/basis.ts'
import type { RetentionRule } from '../../law/law.ts'
import { type KeptRecord, keptRecords } from '../../law/retention.ts'
import { article } from '../../petition/spec.ts'
import { decide } from './decide.ts'

const basis = decided('0057')
const rested = day('2026-03-10')
const [town, county] = ['town' as OrganId, 'county' as OrganId]
const organs = { all: () => [], find: () => undefined }
const proposing = (kind: KeptRecord, retention: RetentionRule) => ({
  ...({ type: 'ProposeRecordErasure', approver: county } as const),
  actor: { kind: 'staff', account: 'head-of-town', organ: town, posts: ['head'] } as const,
  looked: {
    ...{ class: kind, keeper: town, isOver: true, restsSince: rested, openClocks: [], goesWith: null },
    ...{ retention, keptFrom: [], erasedOn: null },
  },
})

const years: Readonly<Record<KeptRecord, number>> = { dispute: 30, mediation: 30, intake: 10, referral: 10 }

article(
  'ADR 0057: what is of nobody’s petition is kept for years after anything last happened to it',
  keptRecords.map((kind) => `retention.${kind}` as const),
  Object.fromEntries(
    keptRecords.map((kind) => [
      kind,
      ({ same, cites, world: { law } }) => {
        cites(`retention.${kind}`, basis)
        const last = addYears(rested, years[kind])
        const proposed = (on: Day) => decide(null, { ...proposing(kind, law.retention[kind]), on }, { organs })
        same(proposed(last), { ok: false, error: { kind: 'record-still-kept', until: last, basis } })
        same(proposed(addDays(last, 1)).ok, true)
      },
    ]),
  ),
)
