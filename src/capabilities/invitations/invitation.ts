/** What becomes of someone who shows a code or a link. */
export type Standing = 'good' | 'unknown' | 'used' | 'withdrawn'

/** Why it lets nobody in, for the person who holds it. */
export const whyNot: Readonly<Record<Exclude<Standing, 'good'>, string>> = {
  unknown: 'We do not know this code or link. Check that you typed all of it, or ask for another',
  used: 'This code or link has been used already. Each one works once. To change your answers, use the receipt you got for them',
  withdrawn: 'This code or link does not work any more. Ask whoever gave it to you for another',
}

/** How many links may be asked for within this many milliseconds: for one address, and from one network, where a whole ward may be. */
export const asking = { within: 15 * 60_000, mostForAddress: 5, mostFromNetwork: 200 }
