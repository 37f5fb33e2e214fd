import { useEffect, useState } from 'preact/hooks'
import { SelectField, TextField } from '../form/form.tsx'
import { TroubleBox } from '../form/trouble.tsx'
import { useSpeech } from '../shell/language.tsx'
import type { Answer } from '../wire/api.ts'
import { type PublicOrgan, placesIn, publicOrgans, rootOf } from '../wire/organs.ts'
import type { Draft } from './draft.ts'
import { Resume, SharedDevice } from './resume.tsx'
import type { StepProps } from './wizard.tsx'

export function useOrgans(): { answer: Answer<readonly PublicOrgan[]> | null; again: () => void } {
  const [answer, show] = useState<Answer<readonly PublicOrgan[]> | null>(null)
  const [tries, retry] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each try asks anew
  useEffect(() => {
    let wanted = true
    publicOrgans().then((got) => wanted && show(got))
    return () => {
      wanted = false
    }
  }, [tries])
  return { answer, again: () => retry(tries + 1) }
}

export function Place(props: StepProps) {
  const { words } = useSpeech()
  const { answer, again } = useOrgans()
  return (
    <>
      {props.flow === 'suggest' ? <Resume flow="suggest" draft={props.draft} /> : null}
      <p>{words.place.lead}</p>
      {answer === null ? <p role="status">{words.actions.loading}</p> : null}
      {answer && !answer.ok ? (
        <TroubleBox trouble={answer.trouble}>
          <button type="button" class="button" onClick={again}>
            {words.actions.again}
          </button>
        </TroubleBox>
      ) : null}
      {answer?.ok ? <Pick {...props} organs={answer.value} /> : null}
      {props.flow === 'suggest' ? <SharedDevice flow="suggest" draft={props.draft} /> : null}
    </>
  )
}

function Pick({ draft, change, errorAt, organs }: StepProps & { organs: readonly PublicOrgan[] }) {
  const { words, language } = useSpeech()
  const { place } = words
  const option = (organ: PublicOrgan) => ({ value: organ.region, label: organ[language] })
  const counties = placesIn(organs, 'county', rootOf(organs))
  const townships =
    draft.county === '' || draft.county === 'elsewhere' ? [] : placesIn(organs, 'township', draft.county)
  const pick = (county: string): Partial<Draft> => ({
    county,
    township: '',
    place: county === 'elsewhere' ? rootOf(organs) : county,
  })
  return (
    <>
      <SelectField
        id="county"
        label={place.county}
        error={errorAt('county')}
        value={draft.county}
        onChoose={(county) => change(pick(county))}
        options={[
          { value: '', label: words.actions.choose },
          ...counties.map(option),
          { value: 'elsewhere', label: place.notListed },
        ]}
      />
      {townships.length > 0 ? (
        <SelectField
          id="township"
          label={place.township}
          value={draft.township}
          onChoose={(township) => change({ township, place: township || draft.county })}
          options={[{ value: '', label: place.wholeCounty }, ...townships.map(option)]}
        />
      ) : null}
      <TextField
        id="detail"
        label={place.detail}
        hint={place.detailHint}
        error={errorAt('detail')}
        optional={draft.county !== 'elsewhere'}
        value={draft.placeDetail}
        onText={(placeDetail) => change({ placeDetail })}
      />
    </>
  )
}
