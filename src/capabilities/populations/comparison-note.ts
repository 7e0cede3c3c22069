import type { Comparison, Standing } from './comparison.ts'

const standings: Record<Exclude<Standing, null>, string> = {
  nobody: 'Nobody',
  'far fewer': 'Far fewer than their part: under half',
  fewer: 'Fewer than their part',
  'about as many': 'About their part',
  more: 'More than their part',
}

/** How a group stands, in words; '' where that cannot be said of so few people. */
export const standingWords = (standing: Standing) => (standing === null ? '' : standings[standing])

/** A difference between two shares, in percentage points: "+3.2", "−11". */
export function pointsWords(gap: number | null): string {
  if (gap === null) return '–'
  const size = Math.abs(gap)
  const shown = size >= 9.95 ? size.toFixed(0) : size.toFixed(1)
  if (Number(shown) === 0) return '0'
  return `${gap < 0 ? '−' : '+'}${shown}`
}

/** A share over the population's, as "0.5". */
export const indexWords = (index: number | null) => (index === null ? '–' : index.toFixed(index < 0.095 && index > 0 ? 2 : 1))

const number = (count: number) => count.toLocaleString('en-GB', { maximumFractionDigits: 0 })
const people = (count: number) => (count === 1 ? '1 person' : `${number(count)} people`)

/** What to know beside a comparison, one sentence each: who is in it, who is not, how far it is off, and what can be said of chance. */
export function notesOn({ represented, unsaid, unanswered, notAsked, unmatched, leftOut, baseline }: Comparison): string[] {
  const listed = (some: Comparison['unmatched']) => some.map(({ label, count }) => `${label} (${number(count)})`).join('; ')
  const { chiSquare, dissimilarity, tooFewForShares } = represented
  return [
    tooFewForShares && `${people(represented.people)} are too few for percentages, so only their number is shown.`,
    unsaid > 0 && `${people(unsaid)} preferred not to say. They are in no group.`,
    unanswered > 0 && `${people(unanswered)} left it out.`,
    notAsked > 0 && `${people(notAsked)} were not asked this.`,
    unmatched.length > 0 && `In no group of the population: ${listed(unmatched)}.`,
    leftOut.length > 0 && `Not compared, because no answer stands for them: ${leftOut.map(({ label }) => label).join('; ')}.`,
    baseline.counted === 'small areas' && 'The population is counted in small areas of about 1,500 people each, not in people.',
    dissimilarity !== null &&
      `To be like the population, ${number(100 * dissimilarity)} in every 100 of these people would have to be in another group.`,
    'notValid' in chiSquare
      ? !tooFewForShares && `No test of chance: ${chiSquare.notValid}.`
      : `Chi-square ${chiSquare.value.toFixed(1)} with ${chiSquare.df} degrees of freedom, p ${pWords(chiSquare.p)}. It says how unlikely so large a difference would be if these people had been drawn at random. They were not: they chose to take part.`,
  ].filter((note) => typeof note === 'string')
}

const pWords = (p: number) => (p < 0.001 ? 'under 0.001' : p.toFixed(3))
