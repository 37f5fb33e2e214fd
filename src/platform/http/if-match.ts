import { Problem } from './problem.ts'

const quotedVersion = /^"(\d{1,9})"$/

/** Reads `If-Match: "12"`, the version of the petition that the client was looking at. Null when it is not said. */
export function readIfMatch(header: string | undefined): number | null {
  if (header === undefined) return null
  const version = quotedVersion.exec(header.trim())?.[1]
  if (version !== undefined && Number(version) > 0) return Number(version)
  throw new Problem('malformed', {
    errors: [
      {
        in: 'header',
        path: 'If-Match',
        zh: '应为带引号的版本号，如 "12"',
        en: 'should be a quoted version, such as "12"',
      },
    ],
  })
}

export const entityTag = (version: number): string => `"${version}"`
