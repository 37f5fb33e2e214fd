import type { ReactNode } from 'react'
import './trouble.css'

/** An empty list says what would stand here and what to do about it. */
export function Nothing(props: { readonly title: string; readonly says?: string; readonly children?: ReactNode }) {
  return (
    <div className="nothing">
      <strong>{props.title}</strong>
      {props.says && <p>{props.says}</p>}
      {props.children}
    </div>
  )
}
