/** What is looked at: the same pages as at the desk and at the portal, each asked for by many different viewers. */
import type { Day } from '../src/kernel/day.ts'
import type { OrganId } from '../src/kernel/organ.ts'
import { listCursor } from '../src/petition/contract.ts'
import type { Sample } from './filling.ts'
import type { Request } from './keep-alive.ts'

export interface Page {
  readonly name: string
  readonly requests: readonly Request[]
}

export function pagesOf(samples: readonly Sample[], tokens: ReadonlyMap<OrganId, string>): readonly Page[] {
  const everyOrgan = [...tokens].map(([organ, token]) => ({ organ, token }))
  const working = everyOrgan.filter(({ organ }) => /^county\d\./.test(organ))
  const bySample = (path: (sample: Sample) => string) =>
    samples.map((sample) => asStaff(path(sample), tokens.get(sample.organ) ?? ''))
  const byDesk = (path: string) => working.map(({ token }) => asStaff(path, token))
  return [
    { name: 'worklist', requests: byDesk('/api/worklist?limit=50') },
    { name: 'worklist, mine', requests: byDesk('/api/worklist?whose=mine&limit=50') },
    { name: 'register, first page', requests: byDesk('/api/petitions?limit=50') },
    {
      name: 'register, deep in it',
      requests: bySample(({ registeredOn, number }) => `/api/petitions?limit=50&cursor=${after(registeredOn, number)}`),
    },
    { name: 'register, by stage', requests: byDesk('/api/petitions?limit=50&stage=accepted') },
    { name: 'register, rare filter', requests: byDesk('/api/petitions?limit=50&class=accusation') },
    { name: 'register, by telephone', requests: bySample(({ phone }) => `/api/petitions?q=${phone}`) },
    { name: 'petition', requests: bySample(({ number }) => `/api/petitions/${number}`) },
    { name: 'follow', requests: samples.map(({ number, key }) => asPetitioner('/api/follow', number, key)) },
  ]
}

const after = (day: Day, number: Sample['number']): string => listCursor.write([day, number])

const asStaff = (path: string, token: string): Request => ({
  ...{ method: 'GET', path, headers: { cookie: `xinqiao_session=${token}` } },
})

const asPetitioner = (path: string, number: string, key: string): Request => ({
  ...{ method: 'GET', path, headers: { authorization: `Petition ${number}:${key}` } },
})
