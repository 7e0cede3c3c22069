import { text } from 'node:stream/consumers'
import { z } from 'zod'
import type { Answer, Command } from '#platform/commands.ts'
import { Refused } from '#platform/errors.ts'
import { alphaOf, countPairable, type Level } from './agreement.ts'
import { readJson, unlessRefused, wordOf } from './json-file.ts'
import { labelAgreement } from './label-agreement.ts'
import { rake } from './raking.ts'
import { type Published, suppress } from './suppression.ts'
import { readUnits } from './unit-pattern.ts'

/** A command that reads one file or standard input, and asks nothing else. */
const onFile = (name: string, about: string, answer: (words: string) => Answer): Command => ({
  name,
  takes: '<file>',
  about,
  pure: true,
  async run(place, [file = '-']) {
    const words = await text(place.open(file))
    return unlessRefused(() => answer(words))
  },
})

const row = z.object({
  keys: z.record(z.string(), z.string()),
  input: z.record(z.string(), z.union([z.number(), z.string(), z.null()])),
})
const countsByLevel = z.object({
  threshold: z.int().min(1).default(5),
  marker: z.string().min(1).default('*'),
  levels: z.record(z.string(), z.array(row)),
})

const suppressCommand = onFile(
  'suppress',
  'Hide the small numbers in a JSON file of counts by level, and the neighbours that would give them away',
  (words) => {
    const { levels } = suppress(readJson(countsByLevel, words))
    return {
      json: { levels: Object.fromEntries(Object.entries(levels).map(([level, rows]) => [level, rows.map(asJson)])) },
      text: asText(levels),
    }
  },
)

const coded = z.union([z.number(), z.string(), z.null(), z.boolean().transform(String)])
const labelSets = z.array(z.array(wordOf))
const agreementFile = z.object({
  coders_by_units: z.array(z.array(coded)).optional(),
  expected: labelSets.optional(),
  got: labelSets.optional(),
})
const levels: readonly Level[] = ['nominal', 'ordinal', 'interval', 'ratio']

const agreementCommand = onFile(
  'agreement',
  'Measure how far coders agree: Krippendorff’s alpha of coders by units, or the F1 of two lists of label sets, in a JSON file',
  (words) => {
    const { coders_by_units: coders, expected, got } = readJson(agreementFile, words)
    if (coders && !expected && !got) {
      const units = readUnits(coders)
      const alphas = Object.fromEntries(levels.map((level) => [level, alphaOf(units, level)]))
      return said({ ...alphas, pairable_values: countPairable(units) })
    }
    if (coders || !expected || !got) throw new Refused('The file must hold "coders_by_units", or "expected" and "got", and not both')
    const { f1Mean, interval, n } = labelAgreement(expected, got)
    return said({ f1_mean: f1Mean, interval: interval && [...interval], n })
  },
)

const weighFile = z.object({
  rows: z.array(z.record(z.string(), z.unknown())),
  margins: z.record(z.string(), z.record(z.string(), z.number())),
  base: z.string().optional(),
  trim: z.number().optional(),
})

const weighCommand = onFile(
  'weigh',
  'Weight the rows of a JSON file to the totals of its margins; "base" names a column of weights to start from, "trim" caps them at so many times the mean',
  (words) => {
    const { rows, margins, base, trim } = readJson(weighFile, words)
    const found = rake({
      rows: rows.map((one) => Object.fromEntries(Object.keys(margins).map((margin) => [margin, wordOf.safeParse(one[margin]).data ?? '']))),
      margins,
      base: base === undefined ? undefined : rows.map((one) => Number(one[base] ?? Number.NaN)),
      trim,
    })
    const { weights, kishEffect, largest, iterations } = found
    return {
      json: { weights: [...weights], kish_effect: kishEffect, largest, iterations },
      text: [
        `Weights for ${rows.length} rows, in their order:`,
        ...weights.map((weight) => weight.toFixed(4)),
        `Kish’s effect: ${kishEffect.toFixed(3)}. They say as much as ${found.effectiveSize.toFixed(1)} equally weighted.`,
        `The largest is ${largest.toFixed(4)}, ${found.largestOverMean.toFixed(2)} times the mean. Adjusted ${iterations} times.`,
        ...(trim === undefined
          ? []
          : [`${found.trimmed} cut to the cap; margins missed by ${(100 * found.departure).toFixed(2)}% of the total at most.`]),
      ].join('\n'),
    }
  },
)

export const commands: readonly Command[] = [suppressCommand, agreementCommand, weighCommand]

const asJson = ({ keys, published }: Published) => ({ keys, published })

/** A line for each row under the name of its level: what names it, then each count by name. */
const asText = (levels: Record<string, Published[]>) =>
  Object.entries(levels)
    .flatMap(([level, rows]) => [
      level,
      ...rows.map(({ keys, published }) => {
        const counts = Object.entries(published).map(([name, count]) => `${name} ${count ?? '-'}`)
        return `  ${Object.values(keys).join(' / ')}: ${counts.join(', ')}`
      }),
    ])
    .join('\n')

/** Measures, one a line, and what is not defined said so. */
function said(json: Record<string, number | null | number[]>): Answer {
  const shown = (value: number | null | number[]) =>
    value === null
      ? 'not defined'
      : [value]
          .flat()
          .map((one) => (Number.isInteger(one) ? one : one.toFixed(4)))
          .join(' to ')
  const lines = Object.entries(json).map(([name, value]) => `${name.replaceAll('_', ' ')}: ${shown(value)}`)
  return { json, text: lines.join('\n') }
}
