import { Select, TreeSelect } from 'antd'
import { useMemo } from 'react'
import { categoryTree } from '../../../law/codes/categories.ts'
import { useLanguage } from '../locales/language.tsx'
import { matches } from '../organs/OrganPicker.tsx'

interface PickerProps {
  readonly id?: string
  readonly value?: string | undefined
  readonly onChange?: (id: string | undefined) => void
  /** Where no label stands beside it. */
  readonly 'aria-label'?: string
}

interface CategoryPickerProps extends PickerProps {
  /** For filters, where a whole branch can be asked for. */
  readonly takesBranches?: boolean
}

export function CategoryPicker({ takesBranches = false, ...rest }: CategoryPickerProps) {
  return takesBranches ? <BranchPicker {...rest} /> : <LeafPicker {...rest} />
}

type Searched = { readonly zh: string; readonly en: string }
const soughtOf = (...named: readonly Searched[]): string =>
  named.map(({ zh, en }) => `${zh} ${en}`.toLowerCase()).join(' ')

/** A list under headings, and not a tree: Enter takes the first that fits, which a tree whose branches cannot be taken does not. */
function LeafPicker({ value, onChange, ...rest }: PickerProps) {
  const { words, pick } = useLanguage()
  const groups = useMemo(
    () =>
      categoryTree.map((branch) => ({
        label: pick(branch),
        title: pick(branch),
        options: branch.values.map((leaf) => ({ value: leaf.id, label: pick(leaf), sought: soughtOf(leaf, branch) })),
      })),
    [pick],
  )
  return (
    <Select
      {...rest}
      value={value ?? null}
      options={groups}
      allowClear
      showSearch={{
        filterOption: (typed, option) => !!option && 'sought' in option && matches(typed, String(option.sought)),
      }}
      placeholder={words.category.choose}
      popupMatchSelectWidth={320}
      onChange={(next: string | null) => onChange?.(next ?? undefined)}
    />
  )
}

function BranchPicker({ value, onChange, ...rest }: PickerProps) {
  const { words, pick } = useLanguage()
  const tree = useMemo(
    () =>
      categoryTree.map((branch) => ({
        value: branch.id,
        title: pick(branch),
        sought: soughtOf(branch),
        children: branch.values.map((leaf) => ({
          value: leaf.id,
          title: pick(leaf),
          sought: soughtOf(leaf, branch),
        })),
      })),
    [pick],
  )
  return (
    <TreeSelect
      {...rest}
      value={value}
      treeData={tree}
      allowClear
      treeExpandAction="click"
      showSearch={{ filterTreeNode: (typed, node) => matches(typed, String(node.sought)) }}
      placeholder={words.category.choose}
      popupMatchSelectWidth={320}
      onChange={(next: string | undefined) => onChange?.(next)}
    />
  )
}
