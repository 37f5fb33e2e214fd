import { useMutation } from '@tanstack/react-query'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { useSession } from './session-context.ts'
import './sign-in.css'

/** Somebody with posts in several organs says first where they act. */
export function ChooseOrgan({ onChosen }: { readonly onChosen: () => void }) {
  const { words, pick, term, language } = useLanguage()
  const { organs, organ, moveTo } = useSession()
  const moving = useMutation({
    mutationFn: (id: string) => (id === organ.id ? Promise.resolve() : moveTo(id)),
    onSuccess: onChosen,
  })
  return (
    <div className="sign-in">
      <main className="sign-in-card">
        <h1>{words.signIn.whereToAct}</h1>
        {moving.error && <Trouble error={moving.error} />}
        <div className="organ-choices">
          {organs.map((one) => (
            <button key={one.id} type="button" disabled={moving.isPending} onClick={() => moving.mutate(one.id)}>
              <strong>{pick(one)}</strong>
              <span className="faint">
                {one.posts.map((post) => term('post', post)).join(language === 'zh' ? '、' : ', ')}
              </span>
            </button>
          ))}
        </div>
      </main>
    </div>
  )
}
