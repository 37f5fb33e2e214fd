import type { suggestedZh } from './suggested-zh.ts'

/** What is suggested at registration. */
export const suggestedEn: typeof suggestedZh = {
  label: { category: 'Category suggested', class: 'Class suggested', organ: 'Whose duty it may be' },
  because: (words) => `By the words ${words.join(', ')}`,
  confidence: (share) => `about ${share}`,
  takes: (name, field) => `Take “${name}” as ${field}`,
  field: { category: 'the category', class: 'the class', organ: 'who is complained about' },
  learned: (cases) =>
    `Learned from ${cases} accepted matters; how sure it is was measured on others. The choice is yours.`,
  fromTables:
    'By the names in the code tables and words that go with them; how sure it is cannot be said yet. The choice is yours.',
  reading: 'Reading the text…',
  failed: 'No suggestions right now; registering goes on without.',
  page: {
    says: 'How often what was suggested at registration is what was chosen. Sums only, no matter and no person; accusations and confidential petitions are left out.',
    since: (day) => `Since ${day}`,
    none: 'Nothing to compare yet.',
    targets: { category: 'Category', class: 'Class', organ: 'Organ complained about' },
    columns: { petitions: 'Matters', first: 'First one chosen', among: 'One of three chosen' },
    models: 'What was learned',
    noModels: 'Too few accepted matters yet: suggestions go by the code tables.',
    night: {
      target: 'Suggests',
      on: 'When',
      learned: 'Learned from',
      asked: 'Asked about',
      accuracy: 'First right',
      top3: 'Among three',
      macroF1: 'Macro-F1',
      use: 'Use',
    },
    inUse: 'in use',
    notInUse: 'not taken',
    link: 'How often suggestions are taken',
  },
}
