import { useMutation } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import type * as wire from '../../../leadership/visits/contract.ts'
import { newIdempotencyKey } from '../../shared/api.ts'
import { todayInBeijing } from '../../shared/days.ts'
import { call } from '../api.ts'
import { useLanguage } from '../locales/language.tsx'
import { keepSheet } from '../offline/kept.ts'
import { canKeepPages, keepPages, offlineScope } from '../offline/shell.ts'
import { useSession } from '../session/session-context.ts'
import { type Carried, readPrepared, readVisit, sheetName, type VisitView } from './visits.ts'

/** Puts the sheet and the page that shows it on this phone. An act of its own: it is on record who took it, and until when it is readable. */
export function TakeAlong({ visit: { visit, cases } }: { readonly visit: VisitView }) {
  const { words } = useLanguage()
  const say = words.visit.take
  const { account } = useSession()
  const taking = useMutation({ mutationFn: () => takeAlong(visit, account.id) })
  return (
    <div className="visit-take">
      <Button
        type="primary"
        block
        disabled={!canKeepPages()}
        loading={taking.isPending}
        onClick={() => taking.mutate(undefined, { onSuccess: () => window.location.assign(fieldAddress(visit)) })}
      >
        {say.title}
      </Button>
      <p className="faint">{canKeepPages() ? say.says : say.insecure}</p>
      {taking.isError && <Alert role="alert" type="warning" showIcon title={say.failed} />}
      {cases.length > 0 && <a href={fieldAddress(visit)}>{say.go}</a>}
    </div>
  )
}

const fieldAddress = (visit: string): string => `${offlineScope}visits/${visit}`

async function takeAlong(visit: string, account: string): Promise<void> {
  // first the page: a sheet that nothing can show would only lie there
  await keepPages()
  await call<typeof wire.takeSheet>('POST', '/api/visits/:visit/take', { params: { visit }, body: {} } as never, {
    idempotencyKey: newIdempotencyKey(),
  })
  const [taken, { organs }] = await Promise.all([readVisit(visit), readPrepared()])
  const until = taken.sheets.at(-1)?.until ?? todayInBeijing()
  await keepSheet(sheetName(visit), { account, until, content: { visit: taken, organs } satisfies Carried })
  // asked for, not needed: a phone that runs out of room then throws this away last
  await navigator.storage?.persist?.()
}
