/** Who may import whom (ARCHITECTURE.md). Read from the text of each file, so that nothing needs to run. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, matchesGlob, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = new URL('..', import.meta.url).pathname

interface Import {
  readonly from: string
  readonly of: string
  readonly isType: boolean
}

const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => join('src', name))
  .sort()
/** Tests and what only tests use may look anywhere. */
const isTest = (file: string): boolean =>
  /\.test\.tsx?$/.test(file) ||
  /^src\/petition\/(spec|examples|random-walk)\.ts$/.test(file) ||
  /^src\/supervision\/(spec|examples)\.ts$/.test(file) ||
  file.includes('/testing/') ||
  /^src\/engine\/(fixture|shelf-house)\.ts$/.test(file)
const sources = files.filter((file) => !isTest(file))

const statement =
  /^(?:import|export)\s+(?:(type)\s)?([^'";]*?)\sfrom\s+'([^']+)'|^import\s+'([^']+)'|\bimport\(\s*(?:\/\*.*?\*\/\s*)?'([^']+)'\s*\)/gms

function importsOf(file: string): readonly Import[] {
  return [...readFileSync(join(root, file), 'utf8').matchAll(statement)].map(
    ([, type, names = '', from, bare, dynamic]) => {
      const of = from ?? bare ?? dynamic ?? ''
      const inner = names
        .match(/^\{(.*)\}$/s)?.[1]
        ?.split(',')
        .map((name) => name.trim())
        .filter((name) => name !== '')
      const allTypes = inner !== undefined && inner.length > 0 && inner.every((name) => name.startsWith('type '))
      return {
        from: file,
        of: of.startsWith('.') ? normalize(join(dirname(file), of)) : of,
        isType: type !== undefined || allTypes,
      }
    },
  )
}

const imports = sources.flatMap(importsOf)
const inside = imports.filter(({ of }) => of.startsWith('src/'))
const room = (file: string): string => file.split('/')[1]?.replace(/\.ts$/, '') ?? ''
const offences = (wrong: (one: Import) => boolean, of = inside): readonly string[] =>
  of.filter(wrong).map(({ from, of: to, isType }) => `${from} → ${to}${isType ? ' (types)' : ''}`)

/** Files that decide or describe: no database, no network, no clock, no random source. */
const pureRooms = ['kernel', 'law', 'wording']
const pureOfPetition =
  /^src\/petition\/(?:petition|decide|decision|evolve|ending|extending|clocks|may|status|world|(?:intake|routing|handling|review|safeguards|sharing|assisting|erasure|timing)\/[a-z-]+)\.ts$/
/** The masks that the log can use; names need the segmenter, which is a program. */
const pureOfText =
  /^src\/text\/(?:identifiers|numbers|places|surnames|answering\/(?:citing|handed-on|points|remedies|signing))\.ts$/
const pureOfProtection = /^src\/protection\/(?:protection|decide|evolve|clocks|hearing|actions|world)\.ts$/
const pureOfSupervision =
  /^src\/supervision\/(?:supervision|decision|decide|findings|ordering|answering|supervising|evolve|evolve-order|clocks|actions)\.ts$/
const pureOfFigures = /^src\/register\/figures\/(?:figures|decide|evolve|line|case-line|coarsening|counting)\.ts$/
const pureOfDocuments =
  /^src\/documents\/(?:form|parts|content|page|typesetting|measures|issued|citation|forms\/[a-z]+|numbering\/(?:numbering|decide|evolve))\.ts$/
const pureOfBulletins = /^src\/supervision\/bulletins\/(?:bulletin|decide|evolve|recipients|trend|actions)\.ts$/
const pureOfAssessment =
  /^src\/assessment\/(?:assessment|decision|decide|objecting|evolve|clocks|actions|figure|line|duty|periods|overseeing)\.ts$/
const pureOfProposals =
  /^src\/supervision\/proposals\/(?:proposal|decide|drafting|answering|evolve|clocks|recipients|sealing|actions)\.ts$/
const pureOfTasks = /^src\/tasks\/(?:task|decide|evolve|clocks|keeping|actions)\.ts$/
const pureOfMediations =
  /^src\/mediation\/mediations\/(?:mediation|[a-z]+-words|decision|decide|opening|consenting|mediating|agreeing|performing|standing|shelves|keeping|evolve|clocks|actions)\.ts$/
const pureOfErasing = /^src\/mediation\/erasing\/(?:erasing|decide|evolve|actions)\.ts$/
const pureOfRelief = /^src\/mediation\/relief\/(?:relief|decide|evolve|keeping|actions)\.ts$/
const pureOfReferrals =
  /^src\/mediation\/referrals\/(?:referral|decision|decide|steps|house-decide|evolve|clocks|keeping|actions)\.ts$/
const pureOfIntakes = /^src\/mediation\/intake\/(?:intake|decide|evolve|offering)\.ts$/
const pureOfWarnings =
  /^src\/prevention\/warnings\/(?:warning|decide|evolve|clocks|recipients|actions|rising\/[a-z-]+)\.ts$/
const pureOfHelpers = /^src\/coordination\/helpers\/(?:helper|engagement|decide|engaging|evolve|evolve-engagement)\.ts$/
const pureOfMediators =
  /^src\/mediation\/mediators\/(?:mediator|committee|decide|committee-decide|evolve|committee-evolve|gaps|actions)\.ts$/
const pureOfCalendar = /^src\/calendar\/(?:calendar|decide|evolve)\.ts$/
const pureOfFinding =
  /^src\/supervision\/(?:supervision|finding\/(?:finding|findings|in-time|shirking|answering|completion|repetition|set-phrases))\.ts$/
const pureOfResponsibility = /^src\/assessment\/responsibility\/(?:responsibility|decide|evolve|gaps|area)\.ts$/
const pureOfSuggestions =
  /^src\/coordination\/(?:calls\/(?:call|decide|evolve|actions)|suggestions\/(?:suggestion|decide|evolve|actions))\.ts$/
const pureOfReading = /^src\/leadership\/reading\/(?:reading|knowing|decide|evolve|actions)\.ts$/
const pureOfReception =
  /^src\/leadership\/reception\/(?:reception|booking|draw|gaps|decide|evolve|booking-decide|booking-evolve|actions)\.ts$/
const pureOfVisits = /^src\/leadership\/visits\/(?:visit|decide|planning|sight|evolve|actions)\.ts$/
const pureOfScreening =
  /^src\/prevention\/screening\/(?:screening|decide|opening|period|places|sight|evolve|clocks|actions)\.ts$/
const pureOfOwnership =
  /^src\/leadership\/ownership\/(?:ownership|decision|decide|proposing|owning|solving|closing|evolve|clocks|knowing|grounds|actions)\.ts$/
const pureOfConference =
  /^src\/coordination\/conference\/(?:conference|acting|bringing|circulating|deciding|(?:roster|item|meeting)-(?:decide|evolve)|periods|actions)\.ts$/
const pureOfGroups = /^src\/coordination\/groups\/(?:group|knowing|founding|decide|evolve|actions)\.ts$/
const pureOfDisputes =
  /^src\/prevention\/disputes\/(?:dispute|decision|decide|recording|rising|settling|evolve|clocks|grading|local|sight|shelves|action-names|actions)\.ts$/
const pureOfTopics = /^src\/insight\/topics\/(?:gathering|heard|nearness|heat|naming)\.ts$/
const pureOfThemes = /^src\/insight\/themes\/(?:theme|measuring|decide|evolve|clocks|actions)\.ts$/
const pureOfExemplary = /^src\/insight\/exemplary\/(?:exemplary|use|decide|evolve|actions)\.ts$/
const pureOfRegularities = /^src\/insight\/regularities\/interval\.ts$/
const pureOfPilots = /^src\/insight\/pilots\/(?:pilot|effect|decide|evolve)\.ts$/
const pureOfHandbook = /^src\/workforce\/handbook\/handbook\.ts$/
const pureOfSecondments = /^src\/workforce\/secondments\/(?:secondment|decide|evolve|clocks|actions)\.ts$/
const pureOfTraining =
  /^src\/workforce\/training\/(?:course|course-decide|course-evolve|enrolment|enrolment-decide|enrolment-clocks|enrolment-evolve|standing|actions)\.ts$/
const pureOfTrends = /^src\/insight\/trends\/(?:trends|periods|moving|season|withholding)\.ts$/
const pureOfEstablishment = /^src\/workforce\/establishment\/(?:establishment|decide|evolve|strength)\.ts$/
const pureOfWorkload = /^src\/workforce\/workload\/(?:workload|suggesting)\.ts$/
const pureOfFairness = /^src\/workforce\/fairness\/fairness\.ts$/
const pureOfQuality = /^src\/insight\/quality\/(?:quality|shares)\.ts$/
const pure: readonly RegExp[] = [
  pureOfExemplary,
  pureOfRegularities,
  pureOfPilots,
  pureOfTrends,
  pureOfQuality,
  pureOfDisputes,
  pureOfMediators,
  pureOfHelpers,
  pureOfPetition,
  pureOfText,
  pureOfProtection,
  pureOfSupervision,
  pureOfFigures,
  pureOfDocuments,
  pureOfBulletins,
  pureOfCalendar,
  pureOfAssessment,
  pureOfFinding,
  pureOfProposals,
  pureOfTasks,
  pureOfTopics,
  pureOfThemes,
  pureOfSecondments,
  pureOfTraining,
  pureOfHandbook,
  pureOfEstablishment,
  pureOfWorkload,
  pureOfFairness,
  pureOfMediations,
  pureOfReferrals,
  pureOfErasing,
  pureOfRelief,
  pureOfIntakes,
  pureOfWarnings,
  pureOfResponsibility,
  pureOfSuggestions,
  pureOfReading,
  pureOfReception,
  pureOfVisits,
  pureOfScreening,
  pureOfOwnership,
  pureOfConference,
  pureOfGroups,
]
const isPure = (file: string): boolean => pureRooms.includes(room(file)) || pure.some((some) => some.test(file))

describe('Pure files', () => {
  it('import only pure files', () => {
    expect(offences(({ from, of }) => isPure(from) && !isPure(of), inside)).toEqual([])
  })

  it('import no package and nothing of Node', () => {
    expect(offences(({ from, of }) => isPure(from) && !of.startsWith('src/'), imports)).toEqual([])
  })

  it('read no clock, no random source and no environment', () => {
    const forbidden =
      /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bcrypto\.|\bprocess\.|\bfetch\(|\bsetTimeout\(|\bperformance\./
    expect(sources.filter((file) => isPure(file) && forbidden.test(codeOf(file)))).toEqual([])
  })

  it('are compiled with neither Node nor DOM, each of them', () => {
    const { include } = JSON.parse(readFileSync(join(root, 'tsconfig.pure.json'), 'utf8')) as { include: string[] }
    const compiled = new Set<string>()
    const take = (file: string): void => {
      if (compiled.has(file)) return
      compiled.add(file)
      for (const { from, of } of inside) if (from === file) take(of)
    }
    for (const file of sources) if (include.some((glob) => matchesGlob(file, glob))) take(file)
    expect(sources.filter((file) => isPure(file) && !compiled.has(file))).toEqual([])
    expect(new Set(include).size).toBe(include.length)
  })

  it('are many enough for this test to mean something', () => {
    expect(sources.filter(isPure).length).toBeGreaterThan(35)
  })
})

const codeOf = (file: string): string =>
  readFileSync(join(root, file), 'utf8')
    .replaceAll(/\/\*.*?\*\//gs, '')
    .replaceAll(/\/\/.*$/gm, '')

/** Lower rooms know nothing of higher ones. */
const order = [
  'kernel',
  'law',
  'petition',
  'protection',
  'documents',
  'tasks',
  'prevention',
  'mediation',
  'supervision',
  'leadership',
  'coordination',
  'assessment',
  'insight',
  'workforce',
]

describe('Rooms', () => {
  it('look downwards only: kernel, law, petition, protection, documents, tasks, prevention, mediation, supervision, leadership, coordination, assessment, insight, workforce', () => {
    const rank = (file: string) => order.indexOf(room(file))
    expect(offences(({ from, of }) => rank(from) >= 0 && rank(of) >= 0 && rank(from) < rank(of))).toEqual([])
  })

  it('kernel knows nobody but itself, and the law nobody but the kernel', () => {
    expect(offences(({ from, of }) => room(from) === 'kernel' && room(of) !== 'kernel')).toEqual([])
    expect(offences(({ from, of }) => room(from) === 'law' && !['kernel', 'law'].includes(room(of)))).toEqual([])
  })

  it('text knows nobody: it masks and cuts what it is given', () => {
    expect(offences(({ from, of }) => room(from) === 'text' && room(of) !== 'text')).toEqual([])
  })

  it('proof knows nobody, so that it can be read and trusted by itself', () => {
    expect(offences(({ from, of }) => room(from) === 'proof' && room(of) !== 'proof')).toEqual([])
    const outside = ({ from, of }: Import) =>
      room(from) === 'proof' && !of.startsWith('src/') && !of.startsWith('@noble/')
    expect(offences(outside, imports)).toEqual([])
  })

  it('the engine and the platform know no room that uses them', () => {
    const carried = ['petition', 'protection', 'notices', 'exchange', 'demo', 'web', 'wording', 'cli']
    expect(
      offences(({ from, of }) => ['engine', 'platform'].includes(room(from)) && carried.includes(room(of))),
    ).toEqual([])
  })

  it('nobody imports the command line, the composition or the demo, except those', () => {
    const ends = ['cli', 'main', 'demo', 'wiring', 'issuing']
    expect(offences(({ from, of }) => ends.includes(room(of)) && !ends.includes(room(from)))).toEqual([])
  })

  it('reach the petition room by its words and its contract, never by its rules', () => {
    const rules =
      /^src\/petition\/(?:decide|evolve|ending|extending|clocks|may|decision|tables|(?:intake|routing|handling|review|safeguards|sharing|assisting|erasure|timing)\/(?!words))/
    const outside = ({ from }: Import) => !['petition', 'demo', 'main', 'wiring', 'cli'].includes(room(from))
    expect(offences((one) => outside(one) && rules.test(one.of))).toEqual([])
  })

  it('reach the protection room by its words, its queries and its contract, never by its rules', () => {
    const rules = /^src\/protection\/(?:decide|evolve|clocks|hearing|actions|tables)/
    const outside = ({ from }: Import) => room(from) !== 'protection'
    expect(offences((one) => outside(one) && rules.test(one.of))).toEqual([])
  })

  it('reach the supervision room by its words, its queries, its contract and what the house records, never by its rules', () => {
    const rules =
      /^src\/supervision\/(?:decision|decide|findings|ordering|answering|evolve|evolve-order|clocks|actions|tables|commanding)\.ts/
    const outside = ({ from }: Import) => !['supervision', 'demo'].includes(room(from))
    expect(offences((one) => outside(one) && rules.test(one.of))).toEqual([])
  })
})

describe('The tasks', () => {
  it('are reached by their words, their queries and how one is given, never by their rules', () => {
    const rules = /^src\/tasks\/(?:decide|evolve|clocks|keeping|tables|commanding|listing)\.ts/
    const outside = ({ from }: Import) => !from.startsWith('src/tasks/') && !['demo', 'wording'].includes(room(from))
    expect(offences((one) => outside(one) && rules.test(one.of))).toEqual([])
  })
})

describe('The documents room', () => {
  it('is reached by its contract and by what a room needs that issues papers, and wired in one place', () => {
    const offered =
      /^src\/documents\/(?:contract|issuer|citation|content|page|parts|typesetting|wording|docx|forms\/forms)\.ts$/
    const outside = ({ from }: Import) => !['documents', 'main', 'wiring', 'issuing', 'cli'].includes(room(from))
    const own = ({ of }: Import) => room(of) === 'documents' && !offered.test(of)
    expect(offences((one) => outside(one) && own(one))).toEqual([])
  })
})

describe('The web', () => {
  const isWeb = (file: string): boolean => room(file) === 'web'
  /** Values that a page may carry: wording, the law’s tables, the kernel’s pure sums, and the checking of proofs. */
  const values = ['web', 'wording', 'law', 'kernel', 'proof']

  it('imports contracts as types, and only words, tables and sums as values', () => {
    expect(offences(({ from, of, isType }) => isWeb(from) && !values.includes(room(of)) && !isType)).toEqual([])
  })

  it('takes types from contracts, views and words only', () => {
    const offered =
      /^src\/(?:\w+\/(?:[a-z-]+\/)?(?:(?:(?:held|acting)-)?contract|views|commands|words)|petition\/(?:petition|(?:announcement|erasure|law|rights|summary)-contract)|petition\/\w+\/words|platform\/http\/\w+)\.ts$/
    expect(offences(({ from, of }) => isWeb(from) && !values.includes(room(of)) && !offered.test(of))).toEqual([])
  })

  it('is imported by nobody else', () => {
    expect(offences(({ from, of }) => isWeb(of) && !isWeb(from))).toEqual([])
  })

  it('keeps the desk and the portal apart', () => {
    const side = (file: string) => file.match(/^src\/web\/(desk|portal)\//)?.[1]
    expect(
      offences(({ from, of }) => side(from) !== undefined && side(of) !== undefined && side(from) !== side(of)),
    ).toEqual([])
  })
})

describe('Files', () => {
  it('name what is there', () => {
    expect(offences(({ of }) => !existsSync(join(root, of)))).toEqual([])
  })

  it('import the file and not a folder: there are no barrels', () => {
    expect(files.filter((file) => /(?:^|\/)index\.tsx?$/.test(file))).toEqual([])
    const onlyPasses = sources.filter((file) => {
      const code = codeOf(file).trim()
      return (
        code !== '' && code.split('\n').every((line) => line.trim() === '' || /^export .* from '/.test(line.trim()))
      )
    })
    expect(onlyPasses).toEqual([])
  })

  it('are not imported in circles', () => {
    expect(circles()).toEqual([])
  })

  it('import what only tests use from tests only', () => {
    expect(offences(({ of }) => isTest(of))).toEqual([])
  })
})

/** Every circle of imports that are there at run time, named by the files on it. */
function circles(): readonly string[] {
  const next = Map.groupBy(
    inside.filter(({ isType }) => !isType),
    ({ from }) => from,
  )
  const found: string[] = []
  const done = new Set<string>()
  const visit = (file: string, path: readonly string[]): void => {
    const at = path.indexOf(file)
    if (at >= 0) found.push([...path.slice(at), file].join(' → '))
    if (at >= 0 || done.has(file)) return
    for (const { of } of next.get(file) ?? []) visit(of, [...path, file])
    done.add(file)
  }
  for (const file of sources) visit(file, [])
  return found
}
