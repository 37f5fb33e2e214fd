import type { PetitionHouse } from './house.ts'

interface Attached {
  readonly file: string
  readonly bytes: number
}

/** What is attached lies in the store and is as long as it is there, whatever was said of it; null when a file is not there. */
export async function attached<Body extends object>(
  { files }: Pick<PetitionHouse, 'files'>,
  body: Body,
): Promise<Body | null> {
  const materials = 'materials' in body ? (body.materials as readonly Attached[]) : []
  if (materials.length === 0) return body
  const stored = await Promise.all(materials.map(({ file }) => files.open(file)))
  if (stored.includes(null)) return null
  return { ...body, materials: materials.map((material, at) => ({ ...material, bytes: stored[at]?.bytes })) }
}
