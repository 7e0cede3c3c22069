/** A few words behind a number, whose author agreed to be quoted. */
export interface Quote {
  contributionId: string
  themeId: string
  words: string
}
