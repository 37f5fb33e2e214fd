import { article as articleOfRegulations, decided } from '../../law/basis.ts'
import {
  headOf,
  id,
  keyRenewed,
  person,
  registered,
  registeredDirectly,
  sealed,
  staff,
  transferred,
} from '../examples.ts'
import type { Of } from '../petition.ts'
import { article } from '../spec.ts'

const basis = articleOfRegulations(21, 2)
const byHolder = (more: Partial<Of<'RenewKey'>> = {}) => keyRenewed({ actor: staff('county-housing'), ...more })
const opening = (of: string, seal: 'accusation' | 'identity'): Of<'OpenSeal'> => ({
  ...{ type: 'OpenSeal', on: keyRenewed().on, actor: headOf(of), seal, material: null },
  ...{ purpose: 'contact', reason: sealed('why') },
})
const complainedAbout = { about: [{ as: 'respondent', organ: id('county-housing'), official: null }] } as const

article('信访工作条例 art. 21 (2): whoever lost the key can follow the petition again', ['permissions.RenewKey'], {
  'by who they are, as a fact that holds no key': ({ given, same }) => {
    const { petition } = given(registered())
      .when(keyRenewed())
      .then({ type: 'KeyRenewed', organ: id('county-bureau'), person: 'p1', identity: 'idCardSeen' })
      .has({ renewals: [{ on: keyRenewed().on, person: 'p1' }] })
    same(/key|digest/i.test(Object.keys(petition.renewals[0] ?? {}).join()), false)
  },
  'at the organ that has the petition too': ({ given }) => {
    given(registered(), transferred())
      .when(byHolder())
      .then({ type: 'KeyRenewed', organ: id('county-housing') })
  },
  'not at an organ that is complained about': ({ given }) => {
    given(registered(complainedAbout), transferred())
      .when(byHolder())
      .refused({ kind: 'only-the-registrar', registrar: id('county-bureau'), basis })
  },
  'unless it registered it itself, and nobody else could': ({ given }) => {
    given(registeredDirectly(complainedAbout)).when(byHolder()).accepted()
  },
  'only where it is known who a confidential petitioner is': ({ given }) => {
    const confidential = given(registered({ confidentiality: 'confidential' }), transferred())
    confidential.when(byHolder()).refusedAs('only-the-registrar')
    confidential.when(keyRenewed()).refused({ kind: 'identity-is-sealed', basis: decided('0019') })
    confidential.when(opening('county-bureau', 'identity')).accepted().when(keyRenewed()).accepted()
  },
  'of an accusation only where it may be read': ({ given }) => {
    const accusation = given(registered({ class: 'accusation' }), transferred({ to: id('city-discipline') }))
    accusation.when(keyRenewed()).refused({
      kind: 'accusation-is-not-yours',
      organ: id('county-bureau'),
      basis: articleOfRegulations(30, 3),
    })
    const discipline = keyRenewed({ actor: staff('city-discipline') })
    accusation.when(discipline).refusedAs('identity-is-sealed')
    accusation
      .when(opening('city-discipline', 'accusation'))
      .accepted()
      .when(opening('city-discipline', 'identity'))
      .accepted()
      .when(discipline)
      .accepted()
  },
  'for somebody who petitions': ({ given }) =>
    given(registered())
      .when(keyRenewed({ person: 'p2' }))
      .refused({ kind: 'unknown-person', person: 'p2' }),
  'at most three times a day': ({ given }) => {
    const often = given(registered(), keyRenewed(), keyRenewed(), keyRenewed())
    often.when(keyRenewed()).refused({ kind: 'too-many-today', atMost: 3 })
    often.when(keyRenewed({ on: '2026-03-11' as never })).accepted()
  },
})

article('信访工作条例 art. 21 (2): how the window knows who somebody is', [], {
  'an anonymous petitioner is nobody to recognise': ({ given }) => {
    const anonymous = given(registered({ confidentiality: 'anonymous', people: [person('p1', { name: null })] }))
    anonymous.when(keyRenewed()).refused({ kind: 'petitioner-is-anonymous', basis })
    anonymous.when(keyRenewed({ identity: 'knownInPerson' })).refused({ kind: 'petitioner-is-anonymous', basis })
  },
  'whoever still has the key may have it exchanged, anonymous or not': ({ given }) => {
    const anonymous = given(registered({ confidentiality: 'anonymous', people: [person('p1', { name: null })] }))
    anonymous.when(keyRenewed({ identity: 'oldKeyShown', isOldKey: true })).accepted()
    anonymous.when(keyRenewed({ identity: 'oldKeyShown', isOldKey: false })).refused({ kind: 'key-is-wrong' })
    given(registered())
      .when(keyRenewed({ identity: 'oldKeyShown', isOldKey: true }))
      .accepted()
  },
  'others can vouch only where there are others': ({ given }) => {
    given(registered())
      .when(keyRenewed({ identity: 'otherRepresentatives' }))
      .refused({ kind: 'identity-does-not-fit', identity: 'otherRepresentatives', basis })
    given(registered({ people: [person('p1'), person('p2')], headcount: 2 }))
      .when(keyRenewed({ identity: 'otherRepresentatives' }))
      .accepted()
  },
  'a letter goes only to an address that is registered': ({ given }) => {
    given(registered({ people: [person('p1', { address: null })] }))
      .when(keyRenewed({ identity: 'letterToAddress' }))
      .refused({ kind: 'identity-does-not-fit', identity: 'letterToAddress', basis })
    given(registered())
      .when(keyRenewed({ identity: 'letterToAddress' }))
      .accepted()
  },
})
