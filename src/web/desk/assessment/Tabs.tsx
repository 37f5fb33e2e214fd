import { NavLink } from 'react-router'
import { useAssessmentWords } from './assessment-words.ts'

/** Between the three pages of assessment. */
export function Tabs() {
  const { say } = useAssessmentWords()
  return (
    <nav className="assessment-tabs" aria-label={say.tabs.label}>
      <NavLink to="/assessment" end>
        {say.tabs.scorecard}
      </NavLink>
      <NavLink to="/assessment/letters">{say.tabs.letters}</NavLink>
      <NavLink to="/assessment/circulated">{say.tabs.circulated}</NavLink>
    </nav>
  )
}
