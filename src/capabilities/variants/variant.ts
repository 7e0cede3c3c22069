/** The same questions in another language or format. Its code stands in addresses and with each response. */
export interface Variant {
  id: string
  surveyId: string
  code: string
  kind: VariantKind
  /** A language tag (BCP 47): 'en', 'cy', 'ar'. */
  language: string
  /** As those who need it call it: 'Cymraeg', 'Easy Read'. */
  name: string
  /** Its words, by where they stand. */
  texts: Texts
  /** A recording or a film for each question's key; '' for the whole. */
  recordings: Readonly<Record<string, string>>
  /** True where the public can choose it. */
  offered: boolean
}

export const variantKinds = ['language', 'easy read', 'large print', 'audio', 'bsl'] as const
export type VariantKind = (typeof variantKinds)[number]

export const kindNames: Readonly<Record<VariantKind, string>> = {
  language: 'Another language',
  'easy read': 'Easy Read: short sentences with pictures',
  'large print': 'Large print',
  audio: 'Audio: each question read out',
  bsl: 'British Sign Language: each question signed on film',
}

export type Texts = Readonly<Record<string, string>>

/** What its author gives beside the kind, for kinds that are in English already. */
export const usualNames: Readonly<Record<Exclude<VariantKind, 'language'>, { code: string; name: string }>> = {
  'easy read': { code: 'easy-read', name: 'Easy Read' },
  'large print': { code: 'large-print', name: 'Large print' },
  audio: { code: 'audio', name: 'Audio' },
  bsl: { code: 'bsl', name: 'British Sign Language (BSL)' },
}

// Scripts that run from right to left, by the languages usually written in them (Unicode CLDR, script metadata).
const rightToLeft = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi'])

/** Which way its words run. */
export const directionOf = (language: string): 'ltr' | 'rtl' => (rightToLeft.has(language.split('-')[0] ?? '') ? 'rtl' : 'ltr')

/** Words are written for it; of the others only recordings are made, or only the size changes. */
export const hasWords = (kind: VariantKind) => kind === 'language' || kind === 'easy read'

export const hasRecordings = (kind: VariantKind) => kind === 'audio' || kind === 'bsl'
