import type { ContactPromise } from '#capabilities/surveys'
import type { Body } from '#platform/forms.ts'

/** What someone gave beside their answers. */
export interface Contact {
  name: string | null
  /** Kept only where they asked to be told. */
  email: string | null
  wantsToBeTold: boolean
  mayBeQuoted: boolean
  place: string | null
}

export interface ContactRead {
  contact: Contact
  errors: Readonly<Record<string, string>>
}

const fieldsUnder = {
  named: ['your-place', 'your-name', 'tell-me', 'your-email', 'quote-me'],
  linked: ['your-place', 'tell-me', 'your-email', 'quote-me'],
  anonymous: ['your-place', 'quote-me'],
} as const satisfies Record<ContactPromise, readonly string[]>

/** The names of everything that may be given beside the answers. */
export const contactFields: readonly string[] = fieldsUnder.named

/** Those of them that may be given under this promise. */
export const contactFieldsOf = (promise: ContactPromise): readonly string[] => fieldsUnder[promise]

/**
 * Read what the promise allows to be given, and nothing else: an anonymous form has no contact fields, so what is sent
 * under their names is not looked at. An address without the wish to be told is not kept.
 */
export function readContact(promise: ContactPromise, places: readonly string[], body: Body): ContactRead {
  const typed = (name: (typeof fieldsUnder)['named'][number]) => [body[name] ?? ''].flat().at(-1)?.trim() ?? ''
  const errors: Record<string, string> = {}
  const wantsToBeTold = promise !== 'anonymous' && typed('tell-me') !== ''
  const email = wantsToBeTold ? typed('your-email') : ''
  const name = promise === 'named' ? typed('your-name') : ''
  const place = places.length > 0 ? typed('your-place') : ''

  if (wantsToBeTold && email === '') errors['your-email'] = 'Enter your email address, so that we can tell you what happened'
  else if (wantsToBeTold && !isAddress(email)) errors['your-email'] = 'Enter an email address in the correct format, like name@example.com'
  if ([...name].length > 200) errors['your-name'] = 'Your name must be 200 characters or fewer'
  if (place !== '' && !places.includes(place)) errors['your-place'] = 'Choose from the places shown'
  return {
    contact: { name: name || null, email: email || null, wantsToBeTold, mayBeQuoted: typed('quote-me') !== '', place: place || null },
    errors,
  }
}

const isAddress = (text: string) => text.length <= 254 && /^[^\s@<>(),;:"]+@[^\s@<>(),;:"]+\.[^\s@.<>(),;:"]{2,}$/.test(text)
