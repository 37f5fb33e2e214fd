/** What both pages of the figures say of an edition, and how they ask the house. */
import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Received } from '../../../platform/http/endpoint.ts'
import type { listFigures } from '../../../register/figures/contract.ts'
import { fullDay } from '../../shared/days.ts'
import type { FiguresWords } from '../locales/figures-zh.ts'
import { useSpeech } from '../shell/language.tsx'
import { type Answer, call, type Trouble } from '../wire/api.ts'

export type Edition = Received<typeof listFigures>['items'][number]

/** Without a dot: what looks like a file's name is no page to the house. */
export const addressOf = ({ month, edition }: Edition): string =>
  edition === 1 ? `/figures/${month}` : `/figures/${month}/${edition}`

/** What the house answers; null while it has not. */
export function useAnswer<T>(path: string) {
  const [value, show] = useState<T | null>(null)
  const [trouble, tell] = useState<Trouble | null>(null)
  useEffect(() => {
    call<T>(path).then((answer: Answer<T>) => {
      if (answer.ok) show(answer.value)
      else tell(answer.trouble)
    })
  }, [path])
  return { value, trouble }
}

export const nameOfMonth = (month: string, say: FiguresWords): string =>
  say.ofMonth(month.slice(0, 4), Number(month.slice(5, 7)))

export function Said({ edition, say }: { edition: Edition; say: FiguresWords }): ComponentChildren {
  const { language } = useSpeech()
  const said = [
    say.cases(edition.cases),
    say.publishedOn(fullDay(edition.publishedOn, language)),
    ...(edition.edition > 1 ? [say.edition(edition.edition)] : []),
  ]
  return said.join(' · ')
}
