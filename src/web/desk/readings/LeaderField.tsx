import { Select } from 'antd'
import { useLanguage } from '../locales/language.tsx'
import { usePrepared } from './readings.ts'
import { useReadingWords } from './words.ts'

interface LeaderFieldProps {
  readonly petition: string
  readonly id?: string
  /** `account@organ` */
  readonly value?: string
  readonly onChange?: (value: string) => void
}

/** Leaders before whom the letter may be laid; of the others the reason stands beside the name. */
export function LeaderField({ petition, ...rest }: LeaderFieldProps) {
  const say = useReadingWords()
  const { pick } = useLanguage()
  const { data } = usePrepared(petition, true)
  const options = (data?.leaders ?? []).map(({ account, name, organ, refusal }) => ({
    value: `${account}@${organ.id}`,
    label: `${name} · ${pick(organ)}`,
    disabled: refusal !== null,
    why: refusal && pick(refusal),
  }))
  return (
    <Select
      {...rest}
      loading={data === undefined}
      options={options}
      notFoundContent={say.lay.noLeader}
      popupMatchSelectWidth={320}
      optionRender={({ data: { label, why } }) => (
        <span className="reading-leader">
          <span>{label}</span>
          {why && <span className="faint">{why}</span>}
        </span>
      )}
    />
  )
}
