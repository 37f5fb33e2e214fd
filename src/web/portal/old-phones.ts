/**
 * What Chrome 64 and Safari 12 lack and the portal or the checking page uses, directly or in what it imports. The bundler lowers syntax only. A test
 * looks through the finished bundle for anything newer that is not here.
 */
type Missing = Record<string, unknown>

function lend(to: object, name: string, value: unknown): void {
  if (!(name in to)) Object.defineProperty(to, name, { value, writable: true, configurable: true })
}

function at(this: ArrayLike<unknown>, index: number): unknown {
  const whole = Math.trunc(index) || 0
  return this[whole < 0 ? this.length + whole : whole]
}

lend(Array.prototype, 'at', at)
lend(String.prototype, 'at', at)
lend(String.prototype, 'replaceAll', function (this: string, what: string | RegExp, by: string) {
  return typeof what === 'string' ? this.split(what).join(by) : this.replace(what, by)
})
lend(Array.prototype, 'flatMap', function (this: unknown[], of: (item: unknown, index: number) => unknown) {
  return ([] as unknown[]).concat(...this.map(of))
})
lend(Array.prototype, 'flat', function (this: unknown[]) {
  return ([] as unknown[]).concat(...this)
})
lend(Array.prototype, 'findLast', function (this: unknown[], test: (item: unknown) => boolean) {
  return this.slice().reverse().find(test)
})
lend(Object, 'fromEntries', (entries: Iterable<readonly [string, unknown]>) => {
  const made: Missing = {}
  for (const [key, value] of entries) made[key] = value
  return made
})
lend(Object, 'hasOwn', (of: object, key: PropertyKey) => Object.hasOwn(of, key))
lend(self, 'globalThis', self)
lend(self, 'queueMicrotask', (job: () => void) => {
  Promise.resolve().then(job)
})
