import type { ReactNode } from 'react'
import './case-columns.css'

interface CaseColumnsProps {
  /** What it is. */
  readonly facts: ReactNode
  /** What can be done now, by when, and what lies beside it. */
  readonly side: ReactNode
  /** What was done and what happened. */
  readonly history?: ReactNode
}

/**
 * One case in two columns; on a telephone one below the other in the order in which they are read: what it is, what can be done now, and then
 * what happened, so that nobody has to go past a whole history to act.
 */
export function CaseColumns({ facts, side, history }: CaseColumnsProps) {
  return (
    <div className="case-columns">
      <div>{facts}</div>
      <aside>{side}</aside>
      <div>{history}</div>
    </div>
  )
}
