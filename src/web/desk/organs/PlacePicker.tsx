import { TreeSelect } from 'antd'
import { useMemo } from 'react'
import { useLanguage } from '../locales/language.tsx'
import { type Place, usePlaces } from './directory.ts'
import { matches } from './OrganPicker.tsx'

interface PlacePickerProps {
  readonly id?: string
  readonly value?: string | undefined
  readonly onChange?: (code: string | undefined) => void
  /** Where no label stands beside it. */
  readonly 'aria-label'?: string
}

interface PlaceNode {
  readonly value: string
  readonly title: string
  readonly sought: string
  readonly children: PlaceNode[]
}

/** A place, found by typing any part of its name or its code, or down the tree. */
export function PlacePicker({ value, onChange, ...rest }: PlacePickerProps) {
  const { words, pick } = useLanguage()
  const places = usePlaces()
  const tree = useMemo(() => placeTree(places, pick), [places, pick])
  return (
    <TreeSelect
      {...rest}
      value={value}
      treeData={tree}
      allowClear
      showSearch={{ filterTreeNode: (typed, node) => matches(typed, String(node.sought)) }}
      treeDefaultExpandedKeys={places.slice(0, 1).map(({ code }) => code)}
      placeholder={words.place.choose}
      notFoundContent={words.place.noneFound}
      popupMatchSelectWidth={320}
      onChange={(next: string | undefined) => onChange?.(next)}
    />
  )
}

/** The codes nest by their beginnings, so the tree follows from the list in order of codes. */
function placeTree(places: readonly Place[], pick: (place: Place) => string): PlaceNode[] {
  const roots: PlaceNode[] = []
  const line: PlaceNode[] = []
  for (const place of places) {
    const node: PlaceNode = {
      value: place.code,
      title: pick(place),
      sought: `${place.zh} ${place.en} ${place.code}`.toLowerCase(),
      children: [],
    }
    while (line.length > 0 && !place.code.startsWith(line.at(-1)?.value ?? '')) line.pop()
    ;(line.at(-1)?.children ?? roots).push(node)
    line.push(node)
  }
  return roots
}
