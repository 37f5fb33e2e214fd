import { Button, Checkbox, Popover } from 'antd'
import { useLanguage } from '../locales/language.tsx'
import type { RegisterColumn } from './columns.tsx'

interface ColumnChoiceProps {
  readonly columns: readonly RegisterColumn[]
  readonly shown: readonly string[]
  readonly onChange: (keys: readonly string[]) => void
}

export function ColumnChoice({ columns, shown, onChange }: ColumnChoiceProps) {
  const { words } = useLanguage()
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <Checkbox.Group
          className="column-choice"
          value={[...shown]}
          onChange={(keys) => onChange(keys.map(String))}
          options={columns.map(({ key, title }) => ({ value: key, label: title, disabled: key === 'title' }))}
        />
      }
    >
      <Button size="small" className="only-wide">
        {words.register.columns}
      </Button>
    </Popover>
  )
}
