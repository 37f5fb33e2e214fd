/** Where to go, whom to call and when, as the office has entered it. Left out where it has not. */
import { useEffect, useState } from 'preact/hooks'
import type { Bilingual } from '../../shared/language.ts'
import { useSpeech } from '../shell/language.tsx'
import { call } from '../wire/api.ts'

/** GET /api/office. Every part may be missing. */
interface OfficeDetails {
  readonly name?: Bilingual
  readonly address?: Bilingual
  readonly phone?: string
  readonly hours?: Bilingual
  readonly post?: Bilingual
}

export function Office() {
  const { words, language } = useSpeech()
  const [office, show] = useState<OfficeDetails | null>(null)
  useEffect(() => {
    call<OfficeDetails>('/api/office').then((answer) => show(answer.ok ? answer.value : null))
  }, [])
  if (!office) return null
  const { labels, rows } = { labels: words.home.office, rows: [] as { label: string; text: string; href?: string }[] }
  if (office.address) rows.push({ label: labels.address, text: office.address[language] })
  if (office.phone)
    rows.push({ label: labels.phone, text: office.phone, href: `tel:${office.phone.replace(/[^\d+]/g, '')}` })
  if (office.hours) rows.push({ label: labels.hours, text: office.hours[language] })
  if (office.post) rows.push({ label: labels.post, text: office.post[language] })
  if (rows.length === 0) return null
  return (
    <section>
      <h2>{words.home.officeTitle}</h2>
      <p>{words.home.officeLead}</p>
      {office.name ? <h3>{office.name[language]}</h3> : null}
      <dl class="facts">
        {rows.map(({ label, text, href }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{href ? <a href={href}>{text}</a> : text}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
