/** Three columns beside each other where there is room, tabs where there is none: what it is, what happened, what can be done now. */
import { Tabs } from 'antd'
import type { ReactNode } from 'react'

type Column = 'facts' | 'history' | 'side'

type ColumnsProps = { readonly isWide: boolean; readonly names: Readonly<Record<Column, string>> } & Readonly<
  Record<Column, ReactNode>
>

export function Columns({ isWide, names, facts, history, side }: ColumnsProps) {
  if (!isWide) {
    return (
      <Tabs
        className="petition-tabs"
        defaultActiveKey="side"
        items={[
          { key: 'facts', label: names.facts, children: facts },
          { key: 'side', label: names.side, children: side },
          { key: 'history', label: names.history, children: history },
        ]}
      />
    )
  }
  return (
    <div className="petition-columns">
      <section aria-label={names.facts}>{facts}</section>
      <section aria-label={names.history}>{history}</section>
      <aside aria-label={names.side}>{side}</aside>
    </div>
  )
}
