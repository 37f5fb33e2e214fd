/** What a page without a network shows of the entries on this phone, and when it tries to send them. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { dropEntry, type Entry, entriesOf, keepEntry, markEntry } from './kept.ts'
import { type Request, sendAllOf } from './requests.ts'
import type { Held } from './sending.ts'

/** A phone does not always notice that there is a network again, and never that a house is up again. With nothing waiting it costs nothing. */
const againMs = 10_000

interface Entries {
  readonly entries: readonly Entry<Request>[]
  /** Why they wait; null while nothing does, or nothing was tried yet. */
  readonly held: Held
  readonly isSending: boolean
  /** Writes one down, and sends it when it can. It is on the phone when this returns. */
  write(id: string, request: Request): Promise<void>
  send(): Promise<void>
  /** What was refused waits again, and is sent again. */
  again(entry: Entry<Request>): Promise<void>
  drop(entry: Entry<Request>): Promise<void>
}

/** `onSent` is told when some have arrived, so that what the page shows can be read anew. */
export function useEntries(account: string, sheet: string, onSent: () => void): Entries {
  const [entries, setEntries] = useState<readonly Entry<Request>[]>([])
  const [held, setHeld] = useState<Held>(null)
  const [isSending, setIsSending] = useState(false)
  const sentNow = useRef(onSent)
  sentNow.current = onSent
  const look = useCallback(async () => setEntries(await entriesOf<Request>(account, sheet)), [account, sheet])
  const send = useCallback(async () => {
    setIsSending(true)
    try {
      const { sent, held: now } = await sendAllOf(account)
      setHeld(now)
      if (sent > 0) sentNow.current()
    } finally {
      setIsSending(false)
      await look()
    }
  }, [account, look])
  useEffect(() => {
    const trying = () => void send()
    const looking = () => document.visibilityState === 'visible' && trying()
    void look().then(trying)
    window.addEventListener('online', trying)
    document.addEventListener('visibilitychange', looking)
    const timer = window.setInterval(trying, againMs)
    return () => {
      window.removeEventListener('online', trying)
      document.removeEventListener('visibilitychange', looking)
      window.clearInterval(timer)
    }
  }, [look, send])
  return {
    ...{ entries, held, isSending, send },
    write: async (id, content) => {
      await keepEntry({ id, account, sheet, content })
      await look()
      void send()
    },
    again: async ({ place }) => {
      await markEntry(place, null)
      await send()
    },
    drop: async ({ place }) => {
      await dropEntry(place)
      await look()
    },
  }
}
