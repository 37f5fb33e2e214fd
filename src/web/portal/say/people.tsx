import { Choice, SelectField, TextField, Tick } from '../form/form.tsx'
import { useWords } from '../shell/language.tsx'
import { type Draft, nobody, type PersonDraft } from './draft.ts'
import { mostPeople } from './steps.ts'
import type { StepProps } from './wizard.tsx'

export function Identity({ draft, change, errorAt }: StepProps) {
  const { identity } = useWords()
  return (
    <>
      <p>{identity.lead}</p>
      <Choice
        id="identity"
        legend={identity.title}
        legendIsHeading
        error={errorAt('identity')}
        value={draft.confidentiality}
        onChoose={(confidentiality) => change({ confidentiality })}
        options={[
          { value: 'named', label: identity.named, hint: identity.namedHint },
          { value: 'confidential', label: identity.confidential, hint: identity.confidentialHint },
          { value: 'anonymous', label: identity.anonymous, hint: identity.anonymousHint },
        ]}
      />
    </>
  )
}

export function Together({ draft, change, errorAt }: StepProps) {
  const { together } = useWords()
  const choose = (value: 'alone' | 'joint' | 'group') => {
    const people =
      value === 'alone' ? draft.people.slice(0, 1) : value === 'joint' ? atLeastTwo(draft.people) : draft.people
    change({ together: value, people })
  }
  return (
    <>
      <Choice
        id="together"
        legend={together.title}
        legendIsHeading
        error={errorAt('together')}
        value={draft.together}
        onChoose={choose}
        options={[
          { value: 'alone', label: together.alone },
          { value: 'joint', label: together.joint, hint: together.jointHint },
          {
            value: 'group',
            label: together.group,
            hint: together.groupHint,
            reveals: (
              <TextField
                id="headcount"
                label={together.headcount}
                error={errorAt('headcount')}
                inputMode="numeric"
                short
                value={draft.headcount}
                onText={(headcount) => change({ headcount })}
              />
            ),
          },
        ]}
      />
      <Choice
        id="for-whom"
        legend={together.forWhom}
        value={draft.forWhom}
        onChoose={(forWhom) => change({ forWhom })}
        options={[
          { value: 'self', label: together.self },
          { value: 'agent', label: together.agent, reveals: <Agent draft={draft} change={change} errorAt={errorAt} /> },
          {
            value: 'guardian',
            label: together.guardian,
            reveals: <Agent draft={draft} change={change} errorAt={errorAt} />,
          },
        ]}
      />
    </>
  )
}

const atLeastTwo = (people: readonly PersonDraft[]): readonly PersonDraft[] =>
  people.length > 1 ? people : [...people, nobody]

function Agent({ draft, change, errorAt }: Pick<StepProps, 'draft' | 'change' | 'errorAt'>) {
  const { together } = useWords()
  return (
    <>
      <TextField
        id="agent-name"
        label={together.agentName}
        error={errorAt('agent-name')}
        value={draft.agentName}
        onText={(agentName) => change({ agentName })}
        autoComplete="name"
      />
      <TextField
        id="agent-phone"
        label={together.agentPhone}
        optional
        inputMode="tel"
        value={draft.agentPhone}
        onText={(agentPhone) => change({ agentPhone })}
        autoComplete="tel"
      />
      <TextField
        id="mandate"
        label={together.mandate}
        hint={together.mandateHint}
        error={errorAt('mandate')}
        value={draft.mandate}
        onText={(mandate) => change({ mandate })}
      />
    </>
  )
}

export function People(props: StepProps) {
  const { people: words, actions } = useWords()
  const { draft, change } = props
  const put = (at: number, patch: Partial<PersonDraft>) =>
    change({ people: draft.people.map((person, i) => (i === at ? { ...person, ...patch } : person)) })
  if (draft.confidentiality === 'anonymous') {
    return (
      <>
        <p>{words.leadAnonymous}</p>
        <Electronic at={0} person={draft.people[0] ?? nobody} put={put} hint={words.electronicAnonymousHint} />
      </>
    )
  }
  const several = draft.together === 'joint' || draft.together === 'group'
  return (
    <>
      <p>{words.lead}</p>
      <ol class="entries">
        {draft.people.map((person, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a person has no name of their own while it is written
          <li key={at}>
            {several ? <h2>{words.person(at + 1)}</h2> : null}
            <Person {...props} at={at} person={person} put={put} alone={!several} />
            {draft.people.length > (draft.together === 'joint' ? 2 : 1) ? (
              <button
                type="button"
                class="link"
                onClick={() => change({ people: draft.people.filter((_, i) => i !== at) })}
              >
                {actions.remove}
                <span class="unseen"> {words.person(at + 1)}</span>
              </button>
            ) : null}
          </li>
        ))}
      </ol>
      {several && draft.people.length < mostPeople ? (
        <button type="button" class="button second" onClick={() => change({ people: [...draft.people, nobody] })}>
          {words.add}
        </button>
      ) : null}
    </>
  )
}

interface PersonProps extends StepProps {
  readonly at: number
  readonly person: PersonDraft
  readonly put: (at: number, patch: Partial<PersonDraft>) => void
  readonly alone: boolean
}

function Person({ draft, at, person, put, alone, errorAt }: PersonProps) {
  const { people: words } = useWords()
  const isCitizen = person.kind === 'citizen'
  /** A phone offers its owner's own data only where they are the owner's. */
  const own = (token: string) => (at === 0 && isOwn(draft) ? token : 'off')
  return (
    <>
      {draft.kind === 'suggestion' ? null : (
        <SelectField
          id={`kind-${at}`}
          label={words.kind}
          value={person.kind}
          onChoose={(kind) => put(at, { kind: kind as PersonDraft['kind'] })}
          options={(['citizen', 'legalPerson', 'otherOrganisation'] as const).map((value) => ({
            value,
            label: words[value],
          }))}
        />
      )}
      <TextField
        id={`name-${at}`}
        label={isCitizen ? words.name : words.nameOrganisation}
        error={errorAt(`name-${at}`)}
        autoComplete={own('name')}
        value={person.name}
        onText={(name) => put(at, { name })}
      />
      <TextField
        id={`phone-${at}`}
        label={words.phone}
        hint={alone ? words.phoneHint : undefined}
        error={errorAt(`phone-${at}`)}
        inputMode="tel"
        autoComplete={own('tel')}
        value={person.phone}
        onText={(phone) => put(at, { phone })}
      />
      <TextField
        id={`address-${at}`}
        label={words.address}
        hint={alone ? words.addressHint : undefined}
        error={errorAt(`address-${at}`)}
        autoComplete={own('street-address')}
        value={person.address}
        onText={(address) => put(at, { address })}
      />
      {draft.kind === 'suggestion' ? null : (
        <TextField
          id={`id-number-${at}`}
          label={isCitizen ? words.idNumber : words.creditCode}
          hint={isCitizen ? words.idNumberHint : undefined}
          error={errorAt(`id-number-${at}`)}
          optional
          value={person.idNumber}
          onText={(idNumber) => put(at, { idNumber })}
        />
      )}
      <Electronic at={at} person={person} put={put} hint={words.electronicHint} />
    </>
  )
}

const isOwn = ({ forWhom }: Draft): boolean => forWhom === 'self'

interface ElectronicProps extends Pick<PersonProps, 'at' | 'person' | 'put'> {
  readonly hint: string
}

const Electronic = ({ at, person, put, hint }: ElectronicProps) => (
  <Tick
    id={`electronic-${at}`}
    label={useWords().people.electronic}
    hint={hint}
    checked={person.electronic}
    onTick={(electronic) => put(at, { electronic })}
  />
)
