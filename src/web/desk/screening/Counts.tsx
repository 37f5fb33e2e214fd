/** What the places reported, in one line: each number with its word, and a bar that a screen reader leaves out. */
import { useLanguage } from '../locales/language.tsx'

interface CountsProps {
  readonly areas: number
  readonly found: number
  readonly zero: number
  readonly waiting: number
  readonly late: number
  /** Whether it is over: who is late then did not report. */
  readonly isOver?: boolean
}

export function Counts({ areas, found, zero, waiting, late, isOver = false }: CountsProps) {
  const { words } = useLanguage()
  const say = words.screening.counts
  const missing = isOver ? waiting : late
  const still = isOver ? 0 : waiting - late
  const parts = [
    ['found', found, say.found],
    ['zero', zero, say.zero],
    ['waiting', still, say.waiting],
    ['late', missing, isOver ? say.missing : say.late],
  ] as const
  return (
    <span className="screening-counts">
      <svg
        className="screening-bar"
        viewBox={`0 0 ${Math.max(1, areas)} 1`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        {parts.map(([key, count], at) => (
          <rect
            key={key}
            className={`screening-${key}`}
            x={parts.slice(0, at).reduce((sum, [, before]) => sum + before, 0)}
            width={count}
            height="1"
          />
        ))}
      </svg>
      <span>
        {parts
          .filter(([, count]) => count > 0)
          .map(([key, count, word]) => (
            <span key={key} className={key === 'late' ? 'screening-late-word' : undefined}>
              {word} {count}
            </span>
          ))}
      </span>
    </span>
  )
}
