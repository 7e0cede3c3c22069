import type { Shown } from '#capabilities/results'
import type { PublishedCross } from './fixed-cross.ts'
import type { PublishedTables } from './fixed-table.ts'

/** One published number. `value` is null where it is hidden. */
export interface Figure {
  row: string
  column: string
  measure: Measure
  value: number | null
}

/** One published table, number by number: the same for every kind of file. */
export interface Sheet {
  /** Unique in the publication; a file name and the name of a sheet: 'q1', 'themes-1', 'cross-3'. */
  name: string
  title: string
  about: string
  figures: readonly Figure[]
}

export const measures = {
  responses: 'Responses: one for each person or group who answered',
  comments: 'Comments: pieces of words; one response can hold several',
  'weighted-percent': 'Share of the group after weighting, in whole per cents',
  people: 'People, who may not have responded themselves',
  percent: 'Share of those whose group is known, in per cents',
  'population-percent': 'Share of the people who live there, in per cents',
} as const
export type Measure = keyof typeof measures

const everyone = 'Everyone'

/** Everything that was published, as tables. */
export function sheetsOf(tables: PublishedTables): Sheet[] {
  const { responses, channels, questions, comments, coded, frames, representation = [], divisions = [], crosses = [], beside } = tables
  const all = (label: string, count: Shown, measure: Measure = 'responses') => figure(label, everyone, measure, count)
  return [
    {
      name: 'responses',
      title: 'Responses and comments',
      about: 'How many there are in all, and how they came to us.',
      figures: [
        all('All responses', responses),
        all('Comments', comments, 'comments'),
        all('Comments that speak of a theme', coded, 'comments'),
        ...channels.map(({ label, count }) => all(label, count)),
      ],
    },
    ...questions.map(({ key, text, several, options, answered, notAnswered }, at) => ({
      name: named(`q${at + 1}-${key}`),
      title: text,
      about: several
        ? 'People could choose more than one answer, so the numbers come to more than the number who answered.'
        : 'Each person chose one answer.',
      figures: [...options.map(({ label, count }) => all(label, count)), all('Answered', answered), all('Did not answer', notAnswered)],
    })),
    ...frames.map(({ title, themes }, at) => ({
      name: `themes-${at + 1}`,
      title,
      about: 'What people said in their own words, by theme. A comment that speaks of two themes is counted under both.',
      figures: themes.flatMap((theme) => [all(theme.name, theme.responses), all(theme.name, theme.comments, 'comments')]),
    })),
    ...representation.map(({ question, population, source, rows }, at) => ({
      name: `who-answered-${at + 1}`,
      title: question,
      about: `Who answered beside who lives there. The population is ${population} (${source}).`,
      figures: rows.flatMap(({ label, count, share, populationShare }) => [
        all(label, count),
        all(label, share === null ? '*' : percent(share), 'percent'),
        all(label, percent(populationShare), 'population-percent'),
      ]),
    })),
    ...divisions.map(({ label, options }, at) => ({
      name: `groups-${at + 1}`,
      title: label,
      about: 'How many responses are in each group.',
      figures: options.map((option) => all(option.label, option.count)),
    })),
    ...crosses.map(sheetOfCross),
    ...(beside
      ? [
          {
            name: 'checks',
            title: 'How we checked the answers',
            about: 'Responses set aside and not counted, and people whose words were the same as others’.',
            figures: [
              ...beside.integrity.setAside.map(({ reason, count }) => all(`Set aside: ${reason}`, count ?? '*')),
              all('People who sent the same words as others', beside.integrity.campaigns.people ?? '*', 'people'),
            ],
          },
        ]
      : []),
  ]
}

function sheetOfCross(cross: PublishedCross, at: number): Sheet {
  const { title, byLabel, lines, columns, counts, weighted, several, together } = cross
  return {
    name: `cross-${at + 1}`,
    title: `${title}, by: ${byLabel}`,
    about: [
      lines.length === 0 && 'Too few people answered for any group to be shown.',
      several && 'A response can be in several rows.',
      together.rows.length > 0 && `Rows with few people, ${several ? 'left out' : 'counted together'}: ${together.rows.join('; ')}.`,
      together.columns.length > 0 && `Groups with few people, counted together: ${together.columns.join('; ')}.`,
    ]
      .filter(Boolean)
      .join(' '),
    figures: [
      ...columns.map(({ label, total }) => figure('Everyone in the group', label, 'responses', total)),
      ...lines.flatMap((line, row) => [
        figure(line.label, everyone, 'responses', line.total),
        ...columns.flatMap(({ label }, column) => [
          figure(line.label, label, 'responses', counts[row]![column]!),
          ...(weighted ? [figure(line.label, label, 'weighted-percent', weighted[row]![column] ?? '*')] : []),
        ]),
      ]),
    ],
  }
}

const figure = (row: string, column: string, measure: Measure, value: Shown): Figure => ({
  row,
  column,
  measure,
  value: value === '*' ? null : value,
})

const percent = (share: number) => Number((100 * share).toFixed(1))

const named = (text: string) => text.replaceAll(/[^\w-]+/g, '-').slice(0, 28)
