import { type Consultation, showPath } from '#capabilities/consultations'
import { type ContactPromise, promiseSentences } from '#capabilities/surveys'
import { formatDate } from '#design'
import { type PdfBlock, pdfOf } from '#platform/pdf.ts'
import type { Told } from './told.ts'

interface Receipt {
  commissioner: { name: string; slug: string }
  consultation: Consultation
  code: string
  saidOn: string
  promise: ContactPromise
  told: readonly Told[]
  madeAt: Date
}

/** A person's own copy, as a PDF: what they were asked and said, when, what we promised, and what happens next. */
export const receiptCopy = ({ commissioner, consultation, code, saidOn, promise, told, madeAt }: Receipt): Promise<Buffer> =>
  pdfOf({
    title: `Your answers: ${consultation.title}`,
    author: commissioner.name,
    madeAt,
    ifMissing:
      'Where you see \u{FFFD}, this file could not show a letter or a picture that you typed. Your receipt on our website shows it.',
    blocks: [
      { kind: 'heading', level: 1, text: `Your answers: ${consultation.title}` },
      { kind: 'words', text: `${commissioner.name} received them on ${formatDate(saidOn)}.` },
      { kind: 'words', text: `Your receipt number is ${code}. Anyone who has it can read your answers on our website. Keep it safe.` },
      { kind: 'heading', level: 2, text: 'What you told us' },
      ...told.flatMap(({ asked, said }): PdfBlock[] => [
        { kind: 'heading', level: 3, text: asked },
        { kind: 'words', text: said },
      ]),
      { kind: 'heading', level: 2, text: 'What we promise' },
      { kind: 'words', text: promiseSentences[promise] },
      { kind: 'heading', level: 2, text: 'What happens next' },
      {
        kind: 'list',
        items: [
          `People can answer until the end of ${formatDate(consultation.closesOn)}. Until then you can change your answers or take them back, with your receipt number.`,
          'We read everything that people tell us.',
          `We publish what we heard, what is decided, and why, at this address of our website: ${showPath({ commissioner: commissioner.slug, slug: consultation.slug })}`,
        ],
      },
    ],
  })
