import { useSession } from '../session/session-context.ts'

/** Whether the person decides on what was found and opens orders, from where they act now. */
export function useSupervises(): boolean {
  const { has } = useSession()
  return has('supervisor') || has('commissioner') || has('head')
}

/** Whose work is supervision and nothing else: their home is what waits for them there. */
export function useOnlySupervises(): boolean {
  const { posts } = useSession()
  return posts.length > 0 && posts.every((post) => post === 'supervisor' || post === 'commissioner')
}
