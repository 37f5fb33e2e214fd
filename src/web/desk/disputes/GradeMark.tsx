import { useLanguage } from '../locales/language.tsx'
import type { GradeView } from './disputes.ts'
import './disputes.css'

/** A grade of a dispute: its colour, and always its words. */
export function GradeMark({ grade }: { readonly grade: GradeView | null }) {
  const { pick, words } = useLanguage()
  if (grade === null) return <span className="faint">{words.dispute.ungraded}</span>
  return (
    <span className="grade nowrap">
      <span className={`grade-dot grade-${grade.colour}`} aria-hidden="true" />
      {pick(grade)}
    </span>
  )
}
