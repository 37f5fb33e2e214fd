/** Where mediation is asked for: the county first, then the centres and townships in and around it. */
import { useEffect, useState } from 'preact/hooks'
import type { listCentres } from '../../../mediation/mediations/held-contract.ts'
import type { Received } from '../../../platform/http/endpoint.ts'
import { Choice, SelectField } from '../form/form.tsx'
import { TroubleBox } from '../form/trouble.tsx'
import { useSpeech } from '../shell/language.tsx'
import { call, type Trouble } from '../wire/api.ts'
import { countiesIn, governments, placeOf, useOrgans } from '../wire/organs.ts'
import type { PageOf } from './mediation.tsx'

type Centres = Received<typeof listCentres>['items']

interface CentreFieldProps extends PageOf {
  readonly value: string
  readonly error: string | undefined
  readonly onChoose: (organ: string) => void
}

export function CentreField({ say, value, error, onChoose }: CentreFieldProps) {
  const { words, language } = useSpeech()
  const { answer } = useOrgans(governments)
  const [county, chooseCounty] = useState('')
  const [centres, show] = useState<Centres>([])
  const [trouble, tell] = useState<Trouble | null>(null)
  useEffect(() => {
    if (county === '') return
    let isWanted = true
    void call<{ items: Centres }>(`/api/mediation-centres?region=${county}`).then((given) => {
      if (!isWanted) return
      if (given.ok) show(given.value.items)
      else tell(given.trouble)
    })
    return () => {
      isWanted = false
    }
  }, [county])
  const counties = answer?.ok ? countiesIn(answer.value) : []
  return (
    <>
      {trouble ? <TroubleBox trouble={trouble} /> : null}
      <SelectField
        id={county === '' ? 'organ' : 'county'}
        label={say.county}
        error={county === '' ? error : undefined}
        value={county}
        onChoose={(next) => {
          chooseCounty(next)
          onChoose('')
        }}
        options={[
          { value: '', label: words.actions.choose },
          ...counties.map((each) => ({ value: each.region, label: placeOf(each)[language] })),
        ]}
      />
      {county !== '' && centres.length > 0 ? (
        <Choice
          id="organ"
          legend={say.organ}
          hint={say.organHint}
          error={error}
          value={value}
          onChoose={onChoose}
          options={centres.map((centre) => ({ value: centre.id, label: centre[language] }))}
        />
      ) : null}
    </>
  )
}
