import { Button, Dropdown, Input, Popover, Space } from 'antd'
import { useState } from 'react'
import { useLanguage } from '../locales/language.tsx'
import { countFilters, type Filters, readSaved, type SavedFilter, searchFrom, writeSaved } from './filters.ts'

interface SavedFiltersProps {
  readonly filters: Filters
  readonly onChoose: (search: string) => void
}

/** Filters with a name, kept on this device. */
export function SavedFilters({ filters, onChoose }: SavedFiltersProps) {
  const { words } = useLanguage()
  const [saved, setSaved] = useState(readSaved)
  const keep = (next: readonly SavedFilter[]) => {
    writeSaved(next)
    setSaved(next)
  }
  const here = new URLSearchParams(searchFrom(filters)).toString()
  const current = saved.find(({ search }) => search === here)
  return (
    <Space size={8} wrap>
      {saved.length > 0 && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: saved.map(({ name, search }) => ({ key: name, label: name, onClick: () => onChoose(search) })),
          }}
        >
          <Button size="small">{current?.name ?? words.register.saved(saved.length)}</Button>
        </Dropdown>
      )}
      {current ? (
        <Button size="small" type="text" onClick={() => keep(saved.filter((one) => one !== current))}>
          {words.register.forget}
        </Button>
      ) : (
        countFilters(filters) > 0 && (
          <SaveAs onSave={(name) => keep([...saved.filter((one) => one.name !== name), { name, search: here }])} />
        )
      )}
    </Space>
  )
}

function SaveAs({ onSave }: { readonly onSave: (name: string) => void }) {
  const { words } = useLanguage()
  const [isOpen, setIsOpen] = useState(false)
  const save = (name: string) => {
    if (name.trim() === '') return
    onSave(name.trim())
    setIsOpen(false)
  }
  return (
    <Popover
      open={isOpen}
      onOpenChange={setIsOpen}
      trigger="click"
      placement="bottomRight"
      destroyOnHidden
      content={
        <Input.Search
          autoFocus
          maxLength={40}
          placeholder={words.register.saveName}
          enterButton={words.save}
          onSearch={save}
        />
      }
    >
      <Button size="small" type="text">
        {words.register.saveAs}
      </Button>
    </Popover>
  )
}
