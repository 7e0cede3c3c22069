import { mergedQuestions, type Question, typeOf } from '#capabilities/surveys'
import type { Answered } from './comparison.ts'
import { type Asked, characteristicOf } from './crosswalk.ts'

export interface AskedVersion {
  id: string
  questions: readonly Question[]
}

/** How often each answer was given, how many answered at all, and how many responses there were to each version. */
export interface Tallies {
  choices: readonly { questionKey: string; choice: string; count: number }[]
  answered: readonly { questionKey: string; count: number }[]
  responses: readonly { versionId: string; count: number }[]
  places: readonly { place: string | null; count: number }[]
}

const closed = ['one-of', 'drop-down', 'yes-no']
const notFound = { value: 'decile:', label: 'A postcode that is in no directory here' }
export const placeDimension = 'place'

export const decileOptions = Array.from({ length: 10 }, (_, at) => ({
  value: `decile:${at + 1}`,
  label: at === 0 ? '1: most deprived tenth' : at === 9 ? '10: least deprived tenth' : String(at + 1),
}))

/** The questions of a survey that put each person into one group at most: closed ones of one answer, and postcodes by how deprived their place is. */
export const questionsAsked = (versions: readonly AskedVersion[]): Asked[] =>
  mergedQuestions(versions).flatMap((question): Asked[] => {
    const about = { dimension: `question:${question.key}`, text: question.text }
    if (question.type === 'postcode')
      return [{ ...about, text: `${question.text}: deprivation`, characteristic: 'deprivation', options: [...decileOptions, notFound] }]
    if (!closed.includes(question.type)) return []
    return [{ ...about, characteristic: characteristicOf(question.key), options: typeOf(question).choices(question) }]
  })

/** Where people live or were seen, as it was given with their answers. */
export const placesAsked = ({ places }: Pick<Tallies, 'places'>): Asked[] => {
  const options = places.flatMap(({ place }) => (place === null ? [] : [{ value: place, label: place }]))
  return options.length === 0 ? [] : [{ dimension: placeDimension, text: 'Place', characteristic: 'place', options }]
}

/** How one of these was answered. */
export function answeredOf({ dimension, characteristic }: Asked, versions: readonly AskedVersion[], tallies: Tallies): Answered {
  const all = sum(tallies.responses)
  if (dimension === placeDimension) {
    const byChoice = Object.fromEntries(tallies.places.flatMap(({ place, count }) => (place === null ? [] : [[place, count]])))
    const asked = sum(tallies.places)
    return { byChoice, answered: asked - (tallies.places.find(({ place }) => place === null)?.count ?? 0), asked, notAsked: 0 }
  }
  const key = dimension.replace('question:', '')
  const askedIn = versions.filter(({ questions }) => questions.some((question) => question.key === key)).map(({ id }) => id)
  const asked = sum(tallies.responses.filter(({ versionId }) => askedIn.includes(versionId)))
  const answered = tallies.answered.find(({ questionKey }) => questionKey === key)?.count ?? 0
  const given = tallies.choices.filter(({ questionKey }) => questionKey === key)
  const byChoice = Object.fromEntries(given.map(({ choice, count }) => [choice, count]))
  if (characteristic !== 'deprivation' || !given.some(({ choice }) => /^(area|decile):/.test(choice)))
    return { byChoice, answered, asked, notAsked: all - asked }
  const deciles = Object.entries(byChoice).filter(([choice]) => choice.startsWith('decile:'))
  const found = deciles.reduce((total, [, count]) => total + count, 0)
  return {
    byChoice: { ...Object.fromEntries(deciles), [notFound.value]: Math.max(0, answered - found) },
    answered,
    asked,
    notAsked: all - asked,
  }
}

const sum = (counts: readonly { count: number }[]) => counts.reduce((total, { count }) => total + count, 0)
