const minute = 60_000

export const staffCookie = 'goldthread_staff'
export const personCookie = 'goldthread_person'

/** How long things last, in milliseconds. */
export const lasting = {
  signInLink: 15 * minute,
  staffSession: 12 * 60 * minute,
  personLink: 30 * 24 * 60 * minute,
  personSession: 2 * 60 * minute,
  /** Attempts are counted over this long, and forgotten after a day. */
  attempts: 15 * minute,
  memory: 24 * 60 * minute,
}

/** How many links may be asked for in that time: for one address, and from one origin. */
export const mostAttempts = { ofAddress: 5, ofOrigin: 20 }

export const after = (moment: Date, milliseconds: number) => new Date(moment.getTime() + milliseconds)

/**
 * Where to go on to after signing in: a page of this commissioner's desk, or null for anything else.
 * What was asked for after "?" is left behind: it may hold words someone searched for, and this goes into a message.
 */
export function localDeskPath(slug: string, wanted: string | undefined): string | null {
  const path = wanted?.split(/[?#]/)[0] ?? ''
  return new RegExp(`^/${slug}/desk(/[\\w-]+)*$`).test(path) ? path : null
}
