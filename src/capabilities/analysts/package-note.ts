import type { Package } from './package.ts'
import { fewest } from './package-column.ts'

interface Noted {
  pack: Package
  commissioner: string
  /** What the survey or source is called. */
  of: string
  today: string
  responses: number
  comments: number
  leftOut: readonly string[]
  documents: readonly { title: string }[]
  frame: string | null
}

/** README.txt of a package: what it is, how it was made, what each file holds and how to return what was found. */
export const noteFor = ({ pack, commissioner, of, today, responses, comments, leftOut, documents, frame }: Noted) =>
  [
    pack.title,
    '',
    `From ${commissioner}: answers to “${of}”. Taken on ${today}.`,
    `For: ${pack.purpose}`,
    `Agreement: ${pack.agreement}. Access from ${pack.startsOn} until ${pack.endsOn}.`,
    '',
    'WHAT IT IS',
    `${responses.toLocaleString('en-GB')} responses and ${comments.toLocaleString('en-GB')} comments. Each response has a number that was dealt at random for this`,
    'package. It stays the same each time you download, and means nothing elsewhere.',
    'Responses that were set aside or taken back are not here. Words that may not be read are not here. Words that were removed show as █.',
    'This is not anonymous: what people wrote, or several answers together, may point to a person. Do not try to find out who anyone is.',
    '',
    'WHAT IS LEFT OUT, AND WHY',
    ...leftOut.map((line) => `- ${line}`),
    '',
    'FILES',
    'responses.csv: a row for each response. A cell that begins like a formula has an apostrophe before it.',
    'responses.jsonl: the same, a line of JSON for each response, with the words exactly as they are.',
    'dictionary.csv: what each column is, and what its values mean.',
    'respondents.jsonl and question_part_N/: the same words and choices in the layout of i.AI Consult. themefinder_id is our number.',
    ...(frame === null ? [] : [`frame.csv: the code book “${frame}”.`]),
    ...documents.map(({ title }, at) => `documents/${at + 1}: ${title}`),
    'manifest.json: the SHA-256 of each file.',
    '',
    'WHAT TO RETURN',
    'A CSV file with the columns response, question, theme, and if you want start, end and sentiment. response is our number, question the column’s key',
    'in dictionary.csv. One row for each theme of a comment; leave theme empty where none fits. start and end count characters (Unicode code points) of',
    'the words in responses.jsonl, from 0, end not included. sentiment is 1 very positive to 5 very negative.',
    'Or a zip in the layout of i.AI: question_part_N/themes.json, mapping.jsonl and sentiment.jsonl. Agreement is taken as 2, disagreement as 4 and',
    'unclear as 3. detail_detection.jsonl is checked and not kept.',
    'And a report, as PDF or Word (.docx).',
    '',
  ].join('\r\n')

/** What is in no package, whatever was asked. */
export const neverIn = [
  'Names, addresses, ids and numbers of respondents.',
  'When a response came, how it came, where it is from, in which language, and any score beside a comment.',
  `A choice that fewer than ${fewest} people made reads as not answered. Where that would leave fewer than ${fewest} gaps, its column is left out.`,
]
