/** What `xinqiao recount` found, sentence by sentence. */
import type { ProofFound } from '../register/figures/recounting.ts'
import type { Bilingual } from '../wording/bilingual.ts'
import { extractFlaws, recountWords as words } from '../wording/recount.ts'
import type { Found } from './recount.ts'

/** What it proves is said only where it does. */
export function printed(
  { recounted, compared, proof, keysFrom, isOwnAsked }: Found,
  isGood: boolean,
): readonly Bilingual[] {
  const { flaw, counts, own } = recounted
  if (flaw) return [words.flaw(extractFlaws[flaw.kind], flaw.line)]
  const { line: _, ...told } = own ?? { line: '' }
  return [
    words.counted(counts.figures, counts.cases),
    ...comparison(compared),
    ...(proof ? proving(proof, keysFrom) : [words.proofMissing]),
    ...(isOwnAsked ? [own ? words.own(Object.values(told).join(' · ')) : words.notThere] : []),
    ...(isGood && proof ? [words.limits] : []),
  ]
}

function comparison(compared: Found['compared']): readonly Bilingual[] {
  if (compared === undefined) return [words.countsMissing]
  if (compared === null) return [words.countsUnread]
  if (compared.length === 0) return [words.countsAgree]
  const shown = (count: number | string | null) => String(count ?? '–')
  return [
    words.countsDiffer,
    ...compared.map(({ where, published, counted }) => {
      const { zh, en } = words.difference(where, shown(published), shown(counted))
      return { zh: `  ${zh}`, en: `  ${en}` }
    }),
  ]
}

function proving(proof: ProofFound, keysFrom: Found['keysFrom']): readonly Bilingual[] {
  if (proof.fact === null) return [words.proofUnread]
  if (proof.figures !== 'good') return [words.otherFigures]
  return [
    proof.extract === 'good' ? words.extractNamed : words.extractOther,
    proof.counts === 'good' ? words.countsNamed : words.countsOther,
    ...placing(proof, keysFrom),
  ]
}

function placing({ inclusion, signature, checkpoint, witnesses }: ProofFound, keysFrom: Found['keysFrom']) {
  if (inclusion === 'missing') return [words.notYetInLog]
  if (inclusion !== 'good' || checkpoint === null) return [words.notInLog]
  const signed = {
    good: words.signed(checkpoint.origin, keysFrom),
    bad: words.forged,
    missing: words.notYetInLog,
    'unknown-key': words.unknownKey,
  }[signature]
  return [
    words.inLog(checkpoint.size),
    signed,
    ...(witnesses.length > 0 ? [words.witnessed(witnesses.join(', '))] : []),
  ]
}
