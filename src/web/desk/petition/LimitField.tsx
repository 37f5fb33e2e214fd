/** The time limit of the procedure to which a matter is directed: offered from the law's table as the route is chosen, and free to be changed. */
import { Button, Form } from 'antd'
import { useEffect } from 'react'
import { plainName } from '../../../wording/plain/plain.ts'
import { useLanguage } from '../locales/language.tsx'
import { ProseField } from './controls.tsx'
import { allTogether, limitsOffered } from './own-limits.ts'
import type { PetitionView } from './petition.ts'

interface LimitFieldProps {
  readonly name: string
  readonly label: string
  readonly route: string
  readonly petition: PetitionView
}

export function LimitField({ name, label, route, petition }: LimitFieldProps) {
  const { words, pick } = useLanguage()
  const form = Form.useFormInstance()
  const offered = limitsOffered(route, petition.category)
  const text = allTogether(offered)
  // only where nothing was typed, or what stands there was itself an offer
  useEffect(() => {
    const standing: unknown = form.getFieldValue(name)
    if (standing === undefined || standing === null || standing === '' || isOffer(String(standing)))
      form.setFieldValue(name, text)
  }, [form, name, text])
  return (
    <>
      <Form.Item name={name} label={label} extra={words.field.limitSays}>
        <ProseField max={2000} rows={5} />
      </Form.Item>
      {offered.length > 1 && (
        <p className="limit-offers">
          <span className="faint">{words.field.limitOnly}</span>
          {offered.map(({ procedure, text }) => (
            <Button key={procedure} size="small" onClick={() => form.setFieldValue(name, text)}>
              {pick(plainName('procedure', procedure))}
            </Button>
          ))}
        </p>
      )}
    </>
  )
}

const everyRoute = ['judicialProcedure', 'arbitration', 'administrativeProcedure']

/** Whether a text is one that some route offers. */
const isOffer = (standing: string): boolean =>
  everyRoute.some((route) => {
    const offers = [limitsOffered(route, ''), ...limitsOffered(route, '').map((one) => [one])]
    return offers.some((offered) => allTogether(offered) === standing)
  })
