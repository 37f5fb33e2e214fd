/** The clipboard is closed to pages that came over plain http; the old way still works there. */
export async function copyText(text: string): Promise<boolean> {
  if (navigator.clipboard) {
    await navigator.clipboard.writeText(text)
    return true
  }
  const field = document.createElement('textarea')
  field.value = text
  field.className = 'unseen'
  document.body.appendChild(field)
  field.select()
  const done = document.execCommand('copy')
  field.remove()
  return done
}
