import { useEffect } from 'preact/hooks'

/** For what belongs to the first drawing alone, whatever it reads. */
export function useOnce(run: () => undefined | (() => void)): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: only once is the point
  useEffect(run, [])
}
