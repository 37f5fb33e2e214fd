/** What a fact changes. Throws on an impossible history; never looks at the law. */
import type { Bulletin, BulletinFact, BulletinFactOf, BulletinStage, BulletinState } from './bulletin.ts'

export function evolve(state: BulletinState, fact: BulletinFact): BulletinState {
  if (fact.type === 'BulletinDrafted') {
    if (state !== null) throw new Error('a bulletin is drafted once')
    return drafted(fact)
  }
  if (state === null) throw new Error(`${fact.type} before there was a bulletin`)
  const changed = { ...state, version: state.version + 1, changedOn: fact.on }
  switch (fact.type) {
    case 'BulletinEdited':
      return { ...at(changed, 'draft'), content: fact.content, authors: withAuthor(state, fact.account) }
    case 'BulletinSubmitted':
      return {
        ...at(changed, 'draft'),
        stage: 'submitted',
        submittedBy: fact.account,
        authors: withAuthor(state, fact.account),
      }
    case 'BulletinReturned': {
      const { on, account, reasons } = fact
      const returns = [...state.returns, { on, account, reasons }]
      return { ...at(changed, 'submitted'), stage: 'draft', submittedBy: null, returns }
    }
    case 'BulletinIssued': {
      const { type: _, ...issued } = fact
      return { ...at(changed, 'submitted'), stage: 'issued', issued: { ...issued, version: changed.version } }
    }
    case 'BulletinWithdrawn': {
      const { on, account, reasons } = fact
      return { ...at(changed, 'draft', 'submitted'), stage: 'withdrawn', withdrawn: { on, account, reasons } }
    }
    case 'BulletinReceived': {
      const { organ, on } = fact
      if (state.receipts.some((receipt) => receipt.organ === organ)) throw new Error(`${organ} has received it already`)
      // that somebody read it is no change of the bulletin
      return { ...at(changed, 'issued'), changedOn: state.changedOn, receipts: [...state.receipts, { organ, on }] }
    }
    case 'BulletinInstructed': {
      const { type: _, ...instruction } = fact
      return {
        ...at(changed, 'issued'),
        changedOn: state.changedOn,
        instructions: [...state.instructions, instruction],
      }
    }
  }
}

const withAuthor = ({ authors }: Bulletin, account: string): readonly string[] => [...new Set([...authors, account])]

function at(bulletin: Bulletin, ...stages: readonly BulletinStage[]): Bulletin {
  if (!stages.includes(bulletin.stage)) throw new Error(`impossible where a bulletin is ${bulletin.stage}`)
  return bulletin
}

function drafted(fact: BulletinFactOf<'BulletinDrafted'>): Bulletin {
  const { on, kind, tone, year, period = null, organ, account, content, personnel, corrects } = fact
  return {
    ...{ version: 1, kind, tone, year, period, organ, stage: 'draft', content, personnel, corrects },
    ...{ draftedOn: on, changedOn: on, authors: [account], submittedBy: null, returns: [] },
    ...{ withdrawn: null, issued: null, receipts: [], instructions: [] },
  }
}
