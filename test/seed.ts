import fc from 'fast-check'

/**
 * Random tests draw from one seed a run, printed so that a failure can be had again: `SEED=… npm test`. Fast-check adds the
 * path to the smallest counterexample.
 */
export const seed = Number(process.env.SEED ?? Date.now() % 2_147_483_647)

export function drawFromSeed(): void {
  console.info(`random tests: SEED=${seed}`)
  fc.configureGlobal({ seed })
}
