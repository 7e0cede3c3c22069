import { fileURLToPath } from 'node:url'
import PdfKit from 'pdfkit'

/** A part of a document, in reading order. */
export type PdfBlock =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  | { kind: 'words'; text: string; small?: boolean }
  | { kind: 'list'; items: readonly string[] }

export interface PdfDocument {
  title: string
  /** Who it is from. */
  author: string
  madeAt: Date
  blocks: readonly PdfBlock[]
  /** Said at the end where a letter or a picture of the words could not be drawn, and '\u{FFFD}' stands for it. */
  ifMissing: string
}

const plain = fileURLToPath(import.meta.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'))
const bold = fileURLToPath(import.meta.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'))
const headingSizes = { 1: 20, 2: 15, 3: 12 } as const
const margin = 64
const indent = 20

type Drawing = InstanceType<typeof PdfKit>

/**
 * A document as PDF 1.7 that a screen reader can read (PDF/UA-1): tagged headings, paragraphs and lists in reading order, with a title and a
 * language, and its fonts inside. Throws nothing about words: what the font cannot draw is replaced, and said.
 */
export async function pdfOf({ title, author, madeAt, blocks, ifMissing }: PdfDocument): Promise<Buffer> {
  const drawing = new PdfKit({
    pdfVersion: '1.7',
    subset: 'PDF/UA' as never,
    tagged: true,
    displayTitle: true,
    lang: 'en-GB',
    size: 'A4',
    margin,
    font: plain,
    info: { Title: title, Author: author, CreationDate: madeAt },
  })
  const parts: Buffer[] = []
  drawing.on('data', (part: Buffer) => void parts.push(part))
  const ended = new Promise<void>((resolve, reject) => drawing.once('end', resolve).once('error', reject))

  const whole = drawing.struct('Document')
  drawing.addStructure(whole)
  let missing = false
  const shown = (text: string) => {
    const drawn = [...text.replaceAll('\t', ' ')].map((letter) => (canDraw(drawing, letter) ? letter : '\u{FFFD}')).join('')
    missing ||= drawn.includes('\u{FFFD}')
    return drawn
  }
  for (const block of blocks) drawBlock(drawing, whole, block, shown)
  if (missing) drawBlock(drawing, whole, { kind: 'words', text: ifMissing, small: true }, shown)
  whole.end()
  drawing.end()
  await ended
  return Buffer.concat(parts)
}

type Structure = ReturnType<Drawing['struct']>

function drawBlock(drawing: Drawing, whole: Structure, block: PdfBlock, shown: (text: string) => string) {
  if (block.kind === 'heading') {
    drawing.font(bold).fontSize(headingSizes[block.level]).moveDown(0.6)
    whole.add(drawing.struct(`H${block.level}`, {}, () => write(drawing, shown(block.text))))
  } else if (block.kind === 'words') {
    drawing.font(plain).fontSize(block.small ? 9 : 11)
    for (const paragraph of block.text.split(/\n+/).filter((words) => words.trim() !== ''))
      whole.add(drawing.struct('P', {}, () => write(drawing.moveDown(0.3), shown(paragraph))))
  } else {
    drawing.font(plain).fontSize(11).moveDown(0.3)
    const list = drawing.struct('L')
    whole.add(list)
    for (const item of block.items) {
      const one = drawing.struct('LI')
      list.add(one)
      one.add(drawing.struct('Lbl', {}, () => void drawing.text('•', margin, drawing.y, { lineBreak: false })))
      one.add(drawing.struct('LBody', {}, () => write(drawing, shown(item), margin + indent)))
      one.end()
    }
    list.end()
  }
}

function write(drawing: Drawing, words: string, left = margin) {
  const rightToLeft = beginsRightToLeft.test(words)
  const width = drawing.page.width - margin - left
  // Letters of an alphabet that runs from the right are set a line at a time; others word by word, which is quicker.
  drawing.text(words, left, drawing.y, { width, align: rightToLeft ? 'right' : 'left', ...(rightToLeft && { features: [] }) })
  drawing.x = margin
}

const beginsRightToLeft = /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}]/u

/** True where the font has this letter. The library knows and does not say so in its types. */
const canDraw = (drawing: Drawing, letter: string) =>
  (drawing as unknown as { _font: { font: { hasGlyphForCodePoint(point: number): boolean } } })._font.font.hasGlyphForCodePoint(
    letter.codePointAt(0) ?? 0,
  )
