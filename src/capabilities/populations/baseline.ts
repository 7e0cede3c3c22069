/** What people are told apart by, in a population and among those who spoke. */
export const characteristics = {
  age: 'Age',
  sex: 'Sex',
  ethnicity: 'Ethnic group',
  disability: 'Disability',
  religion: 'Religion or belief',
  'sexual-orientation': 'Sexual orientation',
  deprivation: 'Deprivation',
  practice: 'GP practice',
  place: 'Place',
  other: 'Something else',
} as const
export type Characteristic = keyof typeof characteristics
export const isCharacteristic = (name: string): name is Characteristic => Object.hasOwn(characteristics, name)

export const countedAs = ['people', 'registered patients', 'small areas'] as const
export type Counted = (typeof countedAs)[number]

export interface Group {
  /** What it goes by: its code, or its label. */
  value: string
  label: string
  /** How many of the population are in it, 0 or more; an estimate need not be whole. */
  count: number
}

/** A population in groups of one characteristic, as a source has it. */
export interface BaselineDraft {
  title: string
  characteristic: Characteristic
  /** What one of its counts is one of. */
  counted: Counted
  area: string
  areaCodes: readonly string[]
  /** The year of the boundaries that the codes are of; null where the source does not say. */
  boundaryYear: number | null
  source: string
  /** What the source says it is of: '2021', '2017-09-01'; '' where it does not say. */
  dated: string
  /** What to know before using it. */
  note: string
  groups: readonly Group[]
}

export interface Baseline extends BaselineDraft {
  id: string
  addedAt: Date
  /** Why it is not used any more; null while it is. */
  removal: string | null
}

export const totalOf = (groups: readonly Pick<Group, 'count'>[]) => groups.reduce((sum, { count }) => sum + count, 0)

/** The same population from the same source: adding it again would say nothing new. */
export const isSame = (one: BaselineDraft, other: BaselineDraft) => keyOf(one) === keyOf(other)

const keyOf = ({ characteristic, counted, area, source, dated, groups }: BaselineDraft) =>
  JSON.stringify([characteristic, counted, area, source, dated, groups.map(({ value, label, count }) => [value, label, count])])
