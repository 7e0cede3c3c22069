/** The names of what a form carries so that how it came can be looked at. None is the name of a question. */
export const arrivalFields = { honeypot: 'gt-more', started: 'gt-started', challenge: 'gt-challenge', proof: 'gt-proof' } as const

/** True for a field of ours: it is no answer, and is not carried on or shown back. */
export const isArrivalField = (name: string) => (Object.values(arrivalFields) as string[]).includes(name)
