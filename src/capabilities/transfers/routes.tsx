import { findConsultation, recordPath } from '#capabilities/consultations'
import { builderOf, findSurvey } from '#capabilities/surveys'
import { NotFound, Refused } from '#platform/errors.ts'
import { blank, read } from '#platform/forms.ts'
import { mayLook } from '#platform/roles.ts'
import { file, invalid, page, seeOther, type Web } from '#platform/web.tsx'
import { bringInSurvey } from './actions/bring-in-survey.ts'
import { endExport, exportedParts, markExport, takeOutAnswers } from './actions/take-out-answers.ts'
import { formatOf } from './exported-file.ts'
import { exportForm, importForm } from './forms.ts'
import { ExportsPage } from './pages/exports.tsx'
import { ImportPage } from './pages/import.tsx'
import { ImportsPage } from './pages/imports.tsx'
import { paths } from './paths.ts'
import { mayBringInSurveys, mayExport } from './policy.ts'
import { countInExport } from './queries/answers.ts'
import { listExports } from './queries/exports.ts'
import { findImport, listImports } from './queries/imports.ts'
import { largestSurvey } from './survey-file.ts'
import { surveyFormats, writeSurvey } from './survey-format.ts'

const importTitle = 'Bring in questions from a file'
const exportTitle = 'Export the answers'

export function routes(web: Web) {
  web.desk.get(paths.imports, mayBringInSurveys, async ({ db, params }) =>
    page(importTitle, <ImportsPage commissioner={params.commissioner} form={blank} imports={await listImports(db)} />, {
      width: 'reading',
    }),
  )

  web.desk.post(
    paths.imports,
    mayBringInSurveys,
    async (ctx) => {
      const form = read(importForm, ctx.body)
      const [upload] = ctx.files.file ?? []
      const again = async (errors: { file?: string; title?: string }) =>
        invalid(
          importTitle,
          <ImportsPage
            commissioner={ctx.params.commissioner}
            form={{ ok: false, values: form.values, errors: { ...errors, ...form.errors } }}
            imports={await listImports(ctx.db)}
          />,
          { width: 'reading' },
        )
      if (!upload) return again({ file: 'Choose a file of questions' })
      if (!form.ok) return again({ file: 'Choose the file again' })
      try {
        const { id } = await bringInSurvey(ctx, { bytes: upload.bytes, title: form.value.title || undefined })
        return seeOther(paths.import({ commissioner: ctx.params.commissioner, id }))
      } catch (error) {
        // What is wrong with a file is for whoever chose it.
        if (error instanceof Refused) return again({ file: error.message })
        throw error
      }
    },
    { files: { largest: largestSurvey + 64 * 1024 } },
  )

  web.desk.get(paths.import, mayBringInSurveys, async (ctx) => {
    const { commissioner, id } = ctx.params
    const found = await findImport(ctx.db, id)
    const drafts = await ctx.slots.neighboursOf(ctx, 'survey', 'desk', found.surveyId)
    const links = [{ text: 'Look at the questions', href: builderOf({ commissioner, id: found.surveyId }) }, ...drafts]
    return page(found.report.title, <ImportPage import={found} links={links} />, {
      back: { href: paths.imports({ commissioner }), text: importTitle },
      width: 'reading',
    })
  })

  web.desk.get(paths.surveyFile, mayLook, async ({ db, params }) => {
    const format = surveyFormats.find((one) => one === params.format)
    if (!format) throw new NotFound('format')
    const { name, type, text } = writeSurvey(await findSurvey(db, params.id), format)
    return file(name, type, async function* () {
      yield text
    })
  })

  web.desk.get(paths.exports, mayExport, async (ctx) =>
    page(exportTitle, <ExportsPage {...(await exportsOf(ctx))} form={blank} />, shownWith(ctx)),
  )

  web.desk.post(paths.exports, mayExport, async (ctx) => {
    const form = read(exportForm, ctx.body)
    if (!form.ok) return invalid(exportTitle, <ExportsPage {...(await exportsOf(ctx))} form={form} />, shownWith(ctx))
    const { surveyId, slug } = await findConsultation(ctx.db, ctx.params.id)
    const { format, all } = form.value
    const taken = await takeOutAnswers(ctx, surveyId, { format, withSetAside: all })
    const written = { rows: 0 }
    const { ending, type } = formatOf[format]
    return file(`${slug}-answers-${ctx.today}.${ending}`, type, (reading) => exportedParts(reading, taken, written), {
      going: (aside) => markExport(aside, taken, written),
      ended: (aside, isWhole) => endExport(aside, taken, written, isWhole),
    })
  })
}

type Looking = Parameters<Parameters<Web['desk']['get']>[2]>[0] & { params: { id: string; commissioner: string } }

async function exportsOf(ctx: Looking) {
  const consultation = await findConsultation(ctx.db, ctx.params.id)
  const exports = await listExports(ctx.db, consultation.surveyId)
  return {
    commissioner: ctx.params.commissioner,
    consultation,
    counts: {
      counted: await countInExport(ctx.db, consultation.surveyId, false),
      all: await countInExport(ctx.db, consultation.surveyId, true),
    },
    exports,
    names: await ctx.slots.staffNames(ctx, [...new Set(exports.flatMap(({ by }) => by ?? []))]),
    now: ctx.now,
  }
}

const shownWith = ({ params: { commissioner, id } }: Looking) => ({
  back: { href: recordPath({ commissioner, id }), text: 'Back to the consultation' },
  scripts: ['export-progress'],
})
