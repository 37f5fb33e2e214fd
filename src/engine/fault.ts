import pg from 'pg'

/** Connection lost, serialization failure, deadlock, out of resources, shutdown: to be tried again, nobody's fault. */
export function isPassing(fault: unknown): boolean {
  if (fault instanceof pg.DatabaseError) return /^(08|40|53|55|57)/.test(fault.code ?? '')
  return fault instanceof Error && 'code' in fault && /^E[A-Z]+$/.test(String(fault.code))
}

/** An error's name and first line; PostgreSQL's details, which quote values, stay out. */
export function sentenceOf(fault: unknown): string {
  if (!(fault instanceof Error)) return 'something that is not an Error was thrown'
  return `${fault.name}: ${fault.message.split('\n')[0]}`.slice(0, 300)
}
