/** What proves the registration or a document, as the house gives it. The checking is done elsewhere, by what the house did not give. */
import { type Answer, call, type Opener } from '../wire/api.ts'
import { saveFile } from '../wire/save.ts'

/** `src/proof/evidence.ts` has the whole of it; here it is only carried. */
export interface Evidence {
  readonly xinqiao: string
  readonly receipt: string
  readonly opening: unknown
  readonly proof: string | null
}

export const fetchEvidence = (opens: Opener, version: number): Promise<Answer<Evidence>> =>
  call<Evidence>(`/api/follow/evidence?version=${version}`, { opens })

/** `bare` has neither words nor names in it, and a name of its own, so that nobody gives away the wrong one. */
export function saveEvidence(
  evidence: Evidence,
  of: { readonly number: string; readonly version: number; readonly bare: boolean },
) {
  const kept = of.bare ? { ...evidence, opening: null } : evidence
  const name = `xinqiao-evidence-${of.number.replace(/\D/g, '')}-${of.version}${of.bare ? '-bare' : ''}.json`
  saveFile(new Blob([`${JSON.stringify(kept, null, 1)}\n`], { type: 'application/json' }), name)
}
