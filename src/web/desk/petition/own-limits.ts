/** The limits of other procedures that a notice of direction warns of, from the law's own table; in Chinese, because the notice is. */
import { cn2022 } from '../../../law/cn-2022/cn-2022.ts'
import type { OtherProcedure, ProcedureName } from '../../../law/law.ts'
import { plainName } from '../../../wording/plain/plain.ts'
import { windowInWords } from '../../../wording/plain/procedures.ts'

export interface OfferedLimit {
  readonly procedure: ProcedureName
  readonly text: string
}

/** The longest that the field takes. */
const fieldTakes = 2000

/** What lies on a route: the usual way of the matter's content where the table knows one, else everything on the route. */
export function limitsOffered(route: string, category: string): readonly OfferedLimit[] {
  const onRoute = (Object.entries(cn2022.otherProcedures) as [ProcedureName, OtherProcedure][]).filter(
    ([, { routes, after }]) => (routes as readonly string[]).includes(route) && after === undefined,
  )
  const usual = onRoute.filter(([, { categories }]) => categories.includes(category))
  return (usual.length > 0 ? usual : onRoute).map(([procedure, row]) => ({
    procedure,
    text: windowInWords(plainName('procedure', procedure), row).zh,
  }))
}

export const allTogether = (offered: readonly OfferedLimit[]): string =>
  offered
    .map(({ text }) => text)
    .join('\n')
    .slice(0, fieldTakes)
