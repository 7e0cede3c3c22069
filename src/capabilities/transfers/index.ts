import type { Capability } from '#platform/slots.ts'
import { commands } from './commands.ts'
import { paths } from './paths.ts'
import { mayBringInSurveys, mayExport } from './policy.ts'
import { routes } from './routes.tsx'

export { readWorkbook } from './workbook.ts'

const number = (count: unknown) => Number(count).toLocaleString('en-GB')
const responses = (count: unknown) => `${number(count)} ${Number(count) === 1 ? 'response' : 'responses'}`

export const transfers: Capability = {
  name: 'transfers',
  routes,
  commands,
  desk: [{ door: 'Ask', text: 'Bring in questions', href: (commissioner) => paths.imports({ commissioner }), may: mayBringInSurveys }],
  neighbours: [
    {
      on: 'consultation',
      shell: 'desk',
      links: async ({ commissioner, actor }, id) =>
        mayExport(actor) ? [{ text: 'Export the answers', href: paths.exports({ commissioner: commissioner.slug, id }) }] : [],
    },
    {
      on: 'survey',
      shell: 'desk',
      links: async ({ commissioner: { slug: commissioner } }, id) => [
        { text: 'Save the questions as a file (JSON)', href: paths.surveyFile({ commissioner, id, format: 'json' }) },
        { text: 'Save the questions for LimeSurvey (.lss)', href: paths.surveyFile({ commissioner, id, format: 'lss' }) },
      ],
    },
  ],
  sentences: {
    'survey.brought-in': ({ questions, left }) =>
      `Brought ${number(questions)} questions in from a file; ${number(left)} of the file did not come in`,
    'responses.exported': ({ format, count }) => `Began to download ${responses(count)} (${format})`,
    'responses.export-finished': ({ written }) => `Downloaded ${responses(written)}`,
    'responses.export-failed': ({ written, expected }) => `A download broke off after ${number(written)} of ${responses(expected)}`,
  },
}
