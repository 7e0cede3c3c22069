// Someone's words on the page, and places in them: counted in code points of the words as they are stored, as in codings/span.ts.

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
const wordSegments = new Intl.Segmenter(undefined, { granularity: 'word' })

/** @typedef {{ start: number, end: number }} Span */
/** @typedef {{ element: HTMLElement, text: Text | null, start: number, end: number }} Piece */

/** Where the words stand. */
export const words = () => document.getElementById('words')

/** @returns {Piece[]} */
function pieces() {
  return /** @type {HTMLElement[]} */ ([...(words()?.querySelectorAll('[data-start]') ?? [])]).map((element) => ({
    element,
    text: element.dataset.removed === undefined && element.firstChild instanceof Text ? element.firstChild : null,
    start: Number(element.dataset.start),
    end: Number(element.dataset.end),
  }))
}

/**
 * The place in the stored words of one edge of a selection. A character made of several code points is taken whole.
 * @param {Node} node @param {number} offset @param {'start' | 'end'} edge
 */
function placeOf(node, offset, edge) {
  const point = document.createRange()
  point.setStart(node, offset)
  let last = 0
  for (const { element, text, start, end } of pieces()) {
    if (text && node === text) return start + [...text.data.slice(0, wholeCharacter(text.data, offset, edge))].length
    const whole = document.createRange()
    whole.selectNode(element)
    if (point.compareBoundaryPoints(Range.START_TO_START, whole) <= 0) return start
    if (point.compareBoundaryPoints(Range.END_TO_START, whole) < 0) return edge === 'start' ? start : end
    last = end
  }
  return last
}

/** @param {string} text @param {number} offset @param {'start' | 'end'} edge */
function wholeCharacter(text, offset, edge) {
  const around = offset < text.length ? graphemes.segment(text).containing(offset) : undefined
  if (!around || around.index === offset) return offset
  return edge === 'start' ? around.index : around.index + around.segment.length
}

/** @param {Span} span What the page shows between two places: a redaction is one mark. */
export function textOf({ start, end }) {
  return pieces()
    .filter((piece) => piece.start < end && start < piece.end)
    .map((piece) => (piece.text ? [...piece.text.data].slice(Math.max(0, start - piece.start), end - piece.start).join('') : '[removed]'))
    .join('')
}

/** @returns {Span | null} What is selected, without white space at its ends. */
export function selectedSpan() {
  const selection = document.getSelection()
  const range = selection?.rangeCount ? selection.getRangeAt(0) : null
  if (!range || range.collapsed || !words()?.contains(range.commonAncestorContainer)) return null
  const start = placeOf(range.startContainer, range.startOffset, 'start')
  const end = placeOf(range.endContainer, range.endOffset, 'end')
  const text = textOf({ start, end })
  if (text.trim() === '') return null
  // White space is never a redaction's mark, so its length on the page is its length in the words.
  return { start: start + [...text].length - [...text.trimStart()].length, end: end - ([...text].length - [...text.trimEnd()].length) }
}

/** @typedef {{ from: Piece, at: number, to: Piece, until: number }} Word Where a word begins and ends on the page. */

/** @returns {Word[]} */
export function listWords() {
  return pieces().flatMap((piece) => {
    if (!piece.text) return [{ from: piece, at: 0, to: piece, until: 1 }]
    const text = piece.text.data
    /** @type {Word[]} */
    const found = []
    for (const { segment, index } of wordSegments.segment(text)) {
      const before = found.at(-1)
      // A full stop or a comma goes with the word before it.
      if (/^\p{P}+$/u.test(segment) && before?.until === index) before.until = index + segment.length
      else if (segment.trim() !== '') found.push({ from: piece, at: index, to: piece, until: index + segment.length })
    }
    return found
  })
}

/** Select from one word to another by their numbers, whichever comes first. @param {number} one @param {number} other */
export function selectWords(one, other) {
  const all = listWords()
  const first = all[Math.min(one, other)]
  const last = all[Math.max(one, other)]
  if (first && last) select(first.from, first.at, last.to, last.until)
}

/** Select the words between two places. @param {Span} span */
export function selectSpan({ start, end }) {
  const within = pieces().filter((piece) => piece.start < end && start < piece.end)
  const [first] = within
  const last = within.at(-1)
  if (first && last) select(first, unitsOf(first, start), last, unitsOf(last, end))
}

/** How far into the text of a piece a place is, in the units that a selection counts. @param {Piece} piece @param {number} place */
const unitsOf = ({ text, start }, place) => [...(text?.data ?? '')].slice(0, Math.max(0, place - start)).join('').length

/** @param {Piece} from @param {number} at @param {Piece} to @param {number} until */
function select(from, at, to, until) {
  document
    .getSelection()
    ?.setBaseAndExtent(from.text ?? from.element, from.text ? at : 0, to.text ?? to.element, to.text ? until : to.element.childNodes.length)
}
