import { useLanguage } from '../locales/language.tsx'
import { useSession } from '../session/session-context.ts'
import type { WorkItem } from './Worklist.tsx'

/** Says in whose place one would do it, where the clerk is somebody who is away. */
export function InStead({ petition }: Pick<WorkItem, 'petition'>) {
  const { words } = useLanguage()
  const { actsFor } = useSession()
  const absent = actsFor.find(({ account }) => account === petition.clerk)
  return absent ? <span className="mark">{words.worklist.inPlaceOf(absent.name)}</span> : null
}
