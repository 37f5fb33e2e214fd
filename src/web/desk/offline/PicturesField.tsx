/** Photographs beside an entry, as small as one can still read them. */
import { useState } from 'react'
import { useLanguage } from '../locales/language.tsx'
import { type Picture, pictureOf } from './pictures.ts'

/** What one entry takes. */
const mostPictures = 6

interface PicturesFieldProps {
  readonly label: string
  readonly pictures: readonly Picture[]
  onPictures(pictures: readonly Picture[]): void
}

export function PicturesField({ label, pictures, onPictures }: PicturesFieldProps) {
  const { words } = useLanguage()
  const say = words.offline
  const [noPicture, setNoPicture] = useState(false)
  const take = (files: FileList | null) =>
    void Promise.all([...(files ?? [])].slice(0, mostPictures).map(pictureOf)).then(
      (taken) => {
        onPictures(taken)
        setNoPicture(false)
      },
      () => setNoPicture(true),
    )
  return (
    <div className="field-pictures">
      <label>
        {label}
        <input type="file" accept="image/*" multiple onChange={(event) => take(event.target.files)} />
      </label>
      {pictures.length > 0 && <span className="faint">{say.pictureCount(pictures.length)}</span>}
      {noPicture && (
        <p role="alert" className="field-broken">
          {say.noPicture}
        </p>
      )}
    </div>
  )
}
