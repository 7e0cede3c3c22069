export type Purpose = 'be told' | 'be quoted' | 'news'

/** The exact sentences that forms show beside each box; a consent keeps the one its person saw. */
export const consentWordings: Record<Purpose, string> = {
  'be told': 'Email me to tell me what was decided because of what I said.',
  'be quoted': 'You may show my words to the public, without my name.',
  news: 'Email me news about plans for local health services and ways to have a say.',
}

export interface Consent {
  id: string
  personId: string | null
  responseId: string | null
  purpose: Purpose
  wording: string
  agreedAt: Date
  withdrawnAt: Date | null
}

export const isInForce = ({ withdrawnAt }: Pick<Consent, 'withdrawnAt'>) => withdrawnAt === null
