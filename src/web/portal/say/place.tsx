import { SelectField, TextField } from '../form/form.tsx'
import { TroubleBox } from '../form/trouble.tsx'
import { useSpeech, useWords } from '../shell/language.tsx'
import { countiesIn, governments, type PublicOrgan, placeOf, rootOf, townshipsOf, useOrgans } from '../wire/organs.ts'
import { Resume, SharedDevice } from './resume.tsx'
import type { StepProps } from './wizard.tsx'

export function Place(props: StepProps) {
  const words = useWords()
  const { answer, again } = useOrgans(governments)
  return (
    <>
      {props.flow === 'suggest' ? <Resume flow="suggest" draft={props.draft} /> : null}
      {props.draft.answers === null ? <p>{words.place.lead}</p> : null}
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
  const counties = countiesIn(organs)
  const townships = useOrgans(townshipsOf(draft.county)).answer
  const listed = townships?.ok ? townships.value : []
  const option = (organ: PublicOrgan) => ({ value: organ.region, label: placeOf(organ)[language] })
  const pickCounty = (county: string) => {
    const organ = counties.find(({ region }) => region === county)
    const code = county === 'elsewhere' ? rootOf(organs) : county
    change({ county, township: '', place: code, countyName: organ ? placeOf(organ) : null, townshipName: null })
  }
  const pickTownship = (township: string) => {
    const organ = listed.find(({ region }) => region === township)
    change({ township, place: township || draft.county, townshipName: organ ? placeOf(organ) : null })
  }
  return (
    <>
      <SelectField
        id="county"
        label={place.county}
        error={errorAt('county')}
        value={draft.county}
        onChoose={pickCounty}
        options={[
          { value: '', label: words.actions.choose },
          ...counties.map(option),
          { value: 'elsewhere', label: place.notListed },
        ]}
      />
      {listed.length > 0 ? (
        <SelectField
          id="township"
          label={place.township}
          value={draft.township}
          onChoose={pickTownship}
          options={[{ value: '', label: place.wholeCounty }, ...listed.map(option)]}
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
