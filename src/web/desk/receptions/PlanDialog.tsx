import { Button } from 'antd'
import { useState } from 'react'
import { ActModal } from '../layout/ActModal.tsx'
import { LeaderFields, receiverOf, type TypedLeader } from './LeaderFields.tsx'
import { PlanFields, planOf, type TypedPlan } from './PlanFields.tsx'
import { useReceptionWords } from './reception-words.ts'
import { type Act, useDraft, usePlanning } from './receptions.ts'

interface Typed extends TypedPlan {
  readonly leaders?: readonly TypedLeader[]
}

/** Plans a day: who receives, when, where, and how many. */
export function PlanDialog({ onClose }: { readonly onClose: () => void }) {
  const say = useReceptionWords()
  const { data: draft } = useDraft(true)
  const [count, setCount] = useState(1)
  return (
    <ActModal<Typed, Act>
      title={say.plan}
      follows={say.planFollows}
      doing={usePlanning()}
      width={680}
      start={{ from: '09:00', until: '11:30', seats: 5, leaders: [{ standing: 'other' }] }}
      sent={({ leaders = [], ...plan }) => ({
        action: 'plan',
        body: { leaders: leaders.slice(0, count).map((leader) => receiverOf(leader, draft)), plan: planOf(plan) },
      })}
      onClose={onClose}
    >
      {Array.from({ length: count }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: fields of a form go by their place
        <LeaderFields key={at} draft={draft} at={['leaders', at]} label={say.leader} />
      ))}
      {count < 10 && (
        <Button type="link" onClick={() => setCount(count + 1)}>
          {say.more}
        </Button>
      )}
      <PlanFields rules={draft?.rules} />
    </ActModal>
  )
}
