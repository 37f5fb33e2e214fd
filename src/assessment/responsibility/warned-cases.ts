/** What is behind one number of the warnings: petitions, matters under supervision or proposals, a page at a time. */
import type { Day } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import { casesDue } from '../../petition/duties-due.ts'
import { mattersDue } from '../../supervision/duties-due.ts'
import { proposalsDue } from '../../supervision/proposals/duties-due.ts'
import type { ResponsibilityHouse } from './house.ts'
import type { WarningSource } from './responsibility.ts'
import { caseView, matterView, proposalView } from './view.ts'

interface Asked {
  readonly organ: OrganId
  readonly rule: string
  readonly from: Day
  readonly through: Day
  readonly after: { readonly day: Day; readonly number: string; readonly clock: string } | null
  readonly limit: number
}

interface Behind {
  readonly view: ReturnType<typeof caseView | typeof matterView | typeof proposalView>
  readonly clock: string
}

type Look = (house: ResponsibilityHouse, viewer: Viewer, asked: Asked) => Promise<readonly Behind[]>

export const casesBehind = (
  house: ResponsibilityHouse,
  viewer: Viewer,
  { source, ...asked }: Asked & { readonly source: WarningSource },
): Promise<readonly Behind[]> => looks[source](house, viewer, asked)

const looks: Readonly<Record<WarningSource, Look>> = {
  async petition(house, viewer, { after, ...asked }) {
    const found = await casesDue(house, viewer, { ...asked, after: after && { ...after, petition: after.number } })
    return found.map((each) => ({ view: caseView(each, house), clock: each.clock }))
  },
  async supervision(house, viewer, { after, ...asked }) {
    const found = await mattersDue(house, viewer, { ...asked, after: after && { ...after, matter: after.number } })
    return found.map((each) => ({ view: matterView(each, house), clock: each.clock }))
  },
  async proposal(house, viewer, { after, ...asked }) {
    const found = await proposalsDue(house, viewer, { ...asked, after: after && { ...after, proposal: after.number } })
    return found.map((each) => ({ view: proposalView(each, house), clock: each.clock }))
  },
}
