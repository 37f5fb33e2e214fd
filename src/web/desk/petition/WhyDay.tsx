/** "Why this date" in a list: fetched when somebody asks, so that a list of hundreds costs nothing more. */
import { QuestionCircleOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Popover } from 'antd'
import { useState } from 'react'
import type { readClocks } from '../../../petition/contract.ts'
import { call } from '../api.ts'
import { useIsNarrow } from '../layout/media.ts'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { Why } from './clocks.tsx'

interface WhyDayProps {
  readonly number: string
  readonly rule: string
  readonly lastDay: string
}

export function WhyDay(props: WhyDayProps) {
  const { words, term } = useLanguage()
  const [isOpen, setIsOpen] = useState(false)
  const isNarrow = useIsNarrow()
  return (
    <Popover
      open={isOpen}
      onOpenChange={setIsOpen}
      trigger="click"
      placement={isNarrow ? 'bottomRight' : 'rightTop'}
      destroyOnHidden
      classNames={{ root: 'why-popover' }}
      title={term('clockRule', props.rule)}
      content={<Explained {...props} />}
    >
      <button
        type="button"
        className="why-button"
        aria-label={words.petition.whyOf(term('clockRule', props.rule))}
        aria-expanded={isOpen}
        onKeyDown={(event) => event.key === 'Escape' && setIsOpen(false)}
      >
        <QuestionCircleOutlined />
      </button>
    </Popover>
  )
}

function Explained({ number, rule, lastDay }: WhyDayProps) {
  const clocks = useQuery({
    queryKey: ['clocks', number],
    queryFn: ({ signal }) =>
      call<typeof readClocks>('GET', '/api/petitions/:number/clocks', { params: { number } }, { signal }),
  })
  if (clocks.isPending) return <Skeleton lines={3} />
  if (clocks.isError) return <Trouble error={clocks.error} onRetry={() => clocks.refetch()} />
  const ofRule = clocks.data.items.filter((clock) => clock.rule === rule)
  const clock = ofRule.findLast((each) => each.lastDay === lastDay) ?? ofRule.at(-1)
  return clock ? <Why clock={clock} /> : null
}
