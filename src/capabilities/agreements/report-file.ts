import { harmless } from '#capabilities/contributions'
import type { Answer, Measurement } from './measurement.ts'

/** A file of lines as spreadsheets read them (RFC 4180); the mark at its start says that it is UTF-8. */
const fileOf = (lines: readonly (readonly (string | number | null)[])[]) =>
  `\uFEFF${lines.map((line) => `${line.map(cell).join(',')}\r\n`).join('')}`

/** A cell that a spreadsheet would reckon with begins with an apostrophe; a number is a number. */
function cell(value: string | number | null): string {
  const text = value === null ? '' : typeof value === 'number' ? String(value) : harmless(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

interface Names {
  coder(id: string): string
  theme(id: string): string
}

const ends = (interval: readonly [number, number] | null) => interval ?? [null, null]

/** How far coders agree, a line for each measure. */
export function measuresFile({ overall, sentiment, themes, pairs, comments, same }: Measurement, names: Names): string {
  return fileOf([
    ['measure', 'of', 'value', 'from', 'to', 'comments', 'same_answer'],
    ['alpha nominal', 'all themes', overall.alpha, ...ends(overall.interval), comments, same],
    ...(sentiment ? [['alpha ordinal', 'sentiment', sentiment.alpha, ...ends(sentiment.interval), sentiment.comments, null]] : []),
    ...themes.map(({ themeId, alpha, interval, alike }) => [
      'alpha nominal',
      names.theme(themeId),
      alpha,
      ...ends(interval),
      comments,
      alike,
    ]),
    ...themes.flatMap(({ themeId, kappa }) =>
      kappa === null ? [] : [["Cohen's kappa", names.theme(themeId), kappa, null, null, comments, null]],
    ),
    ...pairs.map(({ one, other, f1, interval, comments: both }) => [
      'mean F1',
      `${names.coder(one)} and ${names.coder(other)}`,
      f1,
      ...ends(interval),
      both,
      null,
    ]),
  ])
}

/** What each coder decided, a line for each comment and coder, without anybody's words: enough to work the measures out again. */
export function answersFile(
  answers: readonly (Answer & { place: number })[],
  names: Names,
  settled: (contributionId: string) => readonly string[] | null,
): string {
  const list = (ids: readonly string[]) => ids.map(names.theme).join('; ') || 'nothing fits'
  return fileOf([
    ['comment', 'coder', 'themes', 'sentiment', 'settled_as'],
    ...answers.map(({ place, coderId, themeIds, sentiment, contributionId }) => {
      const settlement = settled(contributionId)
      return [place, names.coder(coderId), list(themeIds), sentiment, settlement && list(settlement)]
    }),
  ])
}
