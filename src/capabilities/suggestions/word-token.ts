/** One word, mark or picture as somebody wrote it. */
export interface Token {
  /** In small letters, with one kind of apostrophe. */
  word: string
  /** The word without its usual endings. */
  stem: string
  /** Its place in the words, in code points: from `start` up to, and without, `end`. */
  start: number
  end: number
}

const pattern = /[\p{L}\p{M}\p{N}]+(?:['’`]\p{L}+)*|[!?]|\p{Extended_Pictographic}/gu
// One "word" of a thousand letters is noise, and would cost as much as a comment.
const longestWord = 40

/** The words of a comment, in order. `words` are NFC, as they are stored, so that places can be kept. */
export function tokensOf(words: string): Token[] {
  const tokens: Token[] = []
  let unit = 0
  let point = 0
  for (const match of words.matchAll(pattern)) {
    point += codePoints(words, unit, match.index)
    const start = point
    unit = match.index + match[0].length
    point += codePoints(words, match.index, unit)
    const word = match[0].toLowerCase().replace(/[’`]/g, "'").slice(0, longestWord)
    tokens.push({ word, stem: stemOf(word), start, end: point })
  }
  return tokens
}

/** How many code points `words` has from one UTF-16 unit to another. */
function codePoints(words: string, from: number, to: number): number {
  let count = to - from
  for (let at = from; at < to - 1; at++) {
    const unit = words.charCodeAt(at)
    if (unit >= 0xd800 && unit < 0xdc00 && (words.charCodeAt(at + 1) & 0xfc00) === 0xdc00) {
      count -= 1
      at += 1
    }
  }
  return count
}

const endings = /(?:ations?|ings?|ments?|ness|ally|fully|ful|edly|ed|ers?|ly|ies|es|s)$/

/** A word without its ending: far lighter than Porter (1980), and here no worse. Different words may share a stem. */
export function stemOf(word: string): string {
  const bare = word.replace(/'s$/, '')
  if (bare.length > 5) return bare.replace(endings, '')
  return bare.length > 3 ? bare.replace(/s$/, '') : bare
}
