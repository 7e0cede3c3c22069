/** How someone's answers reached the member of staff who types them in. */
export const ways = ['telephone', 'in person', 'email', 'letter', 'event'] as const
export type Way = (typeof ways)[number]

export const isWay = (text: string): text is Way => (ways as readonly string[]).includes(text)

/** Sitting beside a person while they answer is the website with help, so it counts as that. */
export const channelOf = {
  telephone: 'telephone',
  'in person': 'web',
  email: 'email',
  letter: 'letter',
  event: 'event',
} as const satisfies Record<Way, string>

export const wayNames: Readonly<Record<Way, string>> = {
  telephone: 'By telephone',
  'in person': 'In person, with our help',
  email: 'By email',
  letter: 'By letter',
  event: 'Note of an event',
}

export const helpers = ['our staff', 'advocate', 'carer', 'family', 'friend', 'interpreter', 'someone else'] as const
/** Who helped someone to answer: what they are to the person, never their name. */
export type Helper = (typeof helpers)[number]

export const helperNames: Readonly<Record<Helper, string>> = {
  'our staff': 'A member of our staff',
  advocate: 'An advocate',
  carer: 'A carer',
  family: 'Someone of their family',
  friend: 'A friend',
  interpreter: 'An interpreter',
  'someone else': 'Someone else',
}
