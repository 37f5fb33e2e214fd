/** Where on the desk a task comes from: the page of the other room, as its stream names it. A room adds itself here with its page. */
const pages: Readonly<Record<string, string>> = {
  ...{
    reading: '/readings',
    visit: '/visits',
    ownership: '/ownerships',
    reception: '/receptions',
    item: '/conferences/items',
    bulletin: '/bulletins',
    theme: '/insight/themes',
    pilot: '/insight/works',
  },
}

/** Null where that room has no page. */
export function originPage(stream: string): string | null {
  const [room = '', id] = stream.split(':')
  // help is asked for on a petition itself, whose stream is its number
  if (id === undefined) return /^\d+$/.test(room) ? `/petitions/${room}` : null
  const page = pages[room]
  return page && id ? `${page}/${id}` : null
}
