import { Link } from 'react-router'
import { useLanguage } from '../locales/language.tsx'
import type { Gap } from './responsibility.ts'
import { useResponsibilityWords } from './responsibility-words.ts'

/** What is missing and what stands against each other, each with a sentence that says what mends it. */
export function Gaps({ gaps }: { readonly gaps: readonly Gap[] }) {
  const { pick } = useLanguage()
  const { say, gapName } = useResponsibilityWords()
  if (gaps.length === 0) return null
  return (
    <ul className="gaps">
      {gaps.map((gap) => (
        <li key={`${gap.kind} ${gap.refs.join()} ${gap.other?.id} ${gap.petition}`}>
          <span className="gap-mark">{gapName(gap.kind)}</span> <span className="gap-says">{pick(gap)}</span>
          {gap.petition && (
            <>
              {' '}
              <Link to={`/petitions/${gap.petition}`}>{say.petition}</Link>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
