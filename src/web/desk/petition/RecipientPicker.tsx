/** To whom a petition can be handed: the house has tried every organ, so the likely stand first and the others say why not. */
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useMemo } from 'react'
import type { listRecipients } from '../../../petition/contract.ts'
import { call } from '../api.ts'
import { useLanguage } from '../locales/language.tsx'
import { useDirectory } from '../organs/directory.ts'
import { matches } from '../organs/OrganPicker.tsx'
import type { Controlled } from './controls.tsx'
import type { PetitionView } from './petition.ts'

export function RecipientPicker({
  petition,
  onChange,
  value,
  ...rest
}: Controlled<string | null> & { readonly petition: PetitionView }) {
  const { pick, words } = useLanguage()
  const { find } = useDirectory()
  const { number, version } = petition
  const recipients = useQuery({
    queryKey: ['recipients', number, version],
    queryFn: ({ signal }) =>
      call<typeof listRecipients>('GET', '/api/petitions/:number/recipients', { params: { number } }, { signal }),
  })
  const groups = useMemo(() => {
    const options = (recipients.data?.items ?? []).map(({ organ, isLikely, refusal }) => {
      const parent = find(organ.id)?.parent
      const superior = parent ? find(parent) : undefined
      return {
        ...{ value: organ.id, label: pick(organ), isLikely, disabled: refusal !== null },
        beside: refusal ? pick(refusal) : superior ? pick(superior) : '',
        sought: `${organ.zh} ${organ.en} ${organ.id}`.toLowerCase(),
      }
    })
    const groupOf = (label: string, of: (option: (typeof options)[number]) => boolean) => ({
      label,
      options: options.filter(of),
    })
    return [
      groupOf(words.recipient.likely, ({ isLikely }) => isLikely),
      groupOf(words.recipient.possible, ({ isLikely, disabled }) => !isLikely && !disabled),
      groupOf(words.recipient.refused, ({ disabled }) => disabled),
    ].filter(({ options: found }) => found.length > 0)
  }, [recipients.data, find, pick, words])
  return (
    <Select
      {...rest}
      value={value ?? null}
      allowClear
      loading={recipients.isPending}
      showSearch={{ filterOption: (typed, option) => matches(typed, (option as { sought?: string })?.sought ?? '') }}
      placeholder={words.organ.choose}
      options={groups}
      popupMatchSelectWidth={360}
      notFoundContent={recipients.isError ? words.recipient.failed : words.organ.noneFound}
      onChange={(next) => onChange?.(next ?? null)}
      optionRender={({ data }) => (
        <span className="organ-option">
          <span>{data.label}</span>
          <span className="faint recipient-why">{(data as { beside?: string }).beside}</span>
        </span>
      )}
    />
  )
}
