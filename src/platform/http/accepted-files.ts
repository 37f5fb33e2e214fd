/** Which files are taken in. Contracts name them and are read by the browser, so nothing here may need Node. */

export interface FileKind {
  readonly mediaType: string
  readonly extensions: readonly string[]
  /** What `file-type` calls it; none for text, which has no mark of its own. */
  readonly magic: readonly string[]
  /** Other names that browsers and telephones send for it. */
  readonly alsoDeclared?: readonly string[]
}

export const openXml = 'application/vnd.openxmlformats-officedocument'

/** What people bring: letters, photographs, recordings, tables. Nothing that a browser or an office would run. */
export const fileKinds: readonly FileKind[] = [
  { mediaType: 'application/pdf', extensions: ['pdf'], magic: ['application/pdf'] },
  { mediaType: 'image/png', extensions: ['png'], magic: ['image/png'] },
  {
    mediaType: 'image/jpeg',
    extensions: ['jpg', 'jpeg', 'jfif'],
    magic: ['image/jpeg'],
    alsoDeclared: ['image/jpg', 'image/pjpeg'],
  },
  { mediaType: 'image/webp', extensions: ['webp'], magic: ['image/webp'] },
  { mediaType: 'image/gif', extensions: ['gif'], magic: ['image/gif'] },
  {
    mediaType: 'image/heic',
    extensions: ['heic', 'heif'],
    magic: ['image/heic', 'image/heif', 'image/heic-sequence'],
    alsoDeclared: ['image/heif'],
  },
  { mediaType: 'audio/mpeg', extensions: ['mp3'], magic: ['audio/mpeg'], alsoDeclared: ['audio/mp3'] },
  {
    mediaType: 'audio/mp4',
    extensions: ['m4a'],
    magic: ['audio/x-m4a', 'audio/mp4', 'video/mp4'],
    alsoDeclared: ['audio/x-m4a', 'audio/m4a', 'video/mp4'],
  },
  { mediaType: 'audio/amr', extensions: ['amr'], magic: ['audio/amr'], alsoDeclared: ['audio/3gpp'] },
  {
    mediaType: 'audio/wav',
    extensions: ['wav'],
    magic: ['audio/wav', 'audio/vnd.wave'],
    alsoDeclared: ['audio/x-wav', 'audio/wave', 'audio/vnd.wave'],
  },
  {
    mediaType: 'video/mp4',
    extensions: ['mp4', 'm4v'],
    magic: ['video/mp4', 'video/x-m4v'],
    alsoDeclared: ['video/x-m4v'],
  },
  {
    mediaType: `${openXml}.wordprocessingml.document`,
    extensions: ['docx'],
    magic: [`${openXml}.wordprocessingml.document`],
  },
  { mediaType: `${openXml}.spreadsheetml.sheet`, extensions: ['xlsx'], magic: [`${openXml}.spreadsheetml.sheet`] },
  { mediaType: 'application/msword', extensions: ['doc'], magic: ['application/x-cfb'] },
  { mediaType: 'application/vnd.ms-excel', extensions: ['xls'], magic: ['application/x-cfb'] },
  { mediaType: 'text/plain', extensions: ['txt'], magic: [] },
]

/** What a stored file can be. */
export const mediaTypes: ReadonlySet<string> = new Set(fileKinds.map(({ mediaType }) => mediaType))
