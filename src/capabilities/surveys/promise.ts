/** What an author promises about contact details: named, linked (kept apart, for telling) or anonymous. */
export type ContactPromise = 'named' | 'linked' | 'anonymous'

/** From the loosest to the strictest. */
export const contactPromises = ['named', 'linked', 'anonymous'] as const satisfies readonly ContactPromise[]

/** True where people who answered under `before` would be more exposed under `after`. */
export const isLooser = (after: ContactPromise, before: ContactPromise) => contactPromises.indexOf(after) < contactPromises.indexOf(before)

/** The promise as the people who answer read it, on the form itself. */
export const promiseSentences: Readonly<Record<ContactPromise, string>> = {
  named: 'You can give your name. The staff who read what you say will see it. We never publish it.',
  linked:
    'You can ask us to tell you what happened. We keep your email address apart from your answers. The staff who read your answers do not see who wrote them.',
  anonymous: 'We do not ask who you are, and we cannot find out from your answers. Leave out names, addresses and phone numbers.',
}

/** The promise as its author picks it. */
export const promiseNames: Readonly<Record<ContactPromise, string>> = {
  named: 'Named: staff see who said what',
  linked: 'Linked: contact details are kept apart, to tell people what happened',
  anonymous: 'Anonymous: no contact details at all',
}
