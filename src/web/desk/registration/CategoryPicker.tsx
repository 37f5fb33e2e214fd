import { TreeSelect } from 'antd'
import { useMemo } from 'react'
import { categoryTree } from '../../../law/codes/categories.ts'
import { useLanguage } from '../locales/language.tsx'
import { matches } from '../organs/OrganPicker.tsx'

interface CategoryPickerProps {
  readonly id?: string
  readonly value?: string | undefined
  readonly onChange?: (id: string | undefined) => void
  /** For filters, where a whole branch can be asked for. */
  readonly takesBranches?: boolean
}

export function CategoryPicker({ value, onChange, takesBranches = false, ...rest }: CategoryPickerProps) {
  const { words, pick } = useLanguage()
  const tree = useMemo(
    () =>
      categoryTree.map((branch) => ({
        value: branch.id,
        title: pick(branch),
        sought: `${branch.zh} ${branch.en}`.toLowerCase(),
        selectable: takesBranches,
        children: branch.values.map((leaf) => ({
          value: leaf.id,
          title: pick(leaf),
          sought: `${leaf.zh} ${leaf.en} ${branch.zh}`.toLowerCase(),
        })),
      })),
    [pick, takesBranches],
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
