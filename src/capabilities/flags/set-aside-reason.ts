/** Why responses are set aside: the sentence that is kept with each, and published with how many they are. */
export const setAsideReasons = {
  twice: 'Sent more than once by one person',
  robot: 'Sent by a robot',
  test: 'A test, or not an answer to what we asked',
} as const

/** What is published where staff gave a reason of their own: their words may say more than the public should read. */
export const anotherReason = 'For another reason'

/** The reason as the public reads it. */
export const publicReason = (reason: string) => ((Object.values(setAsideReasons) as string[]).includes(reason) ? reason : anotherReason)
