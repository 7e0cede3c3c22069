import { weighDates } from '#capabilities/calendars'
import type { Context } from '#platform/context.ts'
import { NotFound } from '#platform/errors.ts'
import { checkFile } from '#platform/files.ts'
import { blank, type Form, filled, read } from '#platform/forms.ts'
import { mayLook } from '#platform/roles.ts'
import { fileReply, invalid, page, seeOther, type Web } from '#platform/web.tsx'
import { correctConsultation } from '../actions/correct.ts'
import { addDocument, documentRules } from '../actions/documents.ts'
import { setOutProposal } from '../actions/set-out.ts'
import { type DocumentInput, documentForm, reasonForm } from '../forms.ts'
import { DocumentsPage } from '../pages/documents.tsx'
import { type SectionForm, SectionPage } from '../pages/section.tsx'
import { paths } from '../paths.ts'
import { mayRunConsultations } from '../policy.ts'
import { findConsultation } from '../queries/find.ts'
import { findProposal, listDocuments } from '../queries/proposals.ts'
import { isCorrectable, isSection, readSection, type Section, sectionNames, sectionValues } from '../section.ts'

interface Here {
  commissioner: string
  id: string
}

export function sectionRoutes(web: Web) {
  web.desk.get(paths.section, mayRunConsultations, async (ctx) => {
    const section = sectionOf(ctx.params.section)
    const consultation = await findConsultation(ctx.db, ctx.params.id)
    if (consultation.publication && !isCorrectable(section)) return seeOther(paths.correction(ctx.params))
    const values = sectionValues(consultation, await findProposal(ctx.db, consultation.id))
    return page(sectionNames[section], await drawSection(ctx, ctx.params, section, filled(values)), {
      back: { href: paths.record(ctx.params), text: 'Back to the consultation' },
      width: 'reading',
    })
  })

  web.desk.post(paths.section, mayRunConsultations, async (ctx) => {
    const section = sectionOf(ctx.params.section)
    const consultation = await findConsultation(ctx.db, ctx.params.id)
    const corrects = consultation.publication !== null && isCorrectable(section)
    const form = readSection(section, ctx.body)
    const correction = corrects ? read(reasonForm, ctx.body) : null
    if (!form.ok || correction?.ok === false) {
      const again = { ok: false, values: form.values, errors: { ...form.errors, ...correction?.errors } } as SectionForm
      return invalid(sectionNames[section], await drawSection(ctx, ctx.params, section, again), { width: 'reading' })
    }
    if (correction?.ok) await correctConsultation(ctx, consultation.id, { ...form.value, reason: correction.value.correction })
    else await setOutProposal(ctx, consultation.id, form.value)
    return seeOther(paths.record(ctx.params))
  })

  web.desk.get(paths.documents, mayRunConsultations, async (ctx) =>
    page('Documents', await drawDocuments(ctx, ctx.params, blank), {
      back: { href: paths.record(ctx.params), text: 'Back to the consultation' },
    }),
  )

  web.desk.post(
    paths.documents,
    mayRunConsultations,
    async (ctx) => {
      const { id } = await findConsultation(ctx.db, ctx.params.id)
      const form = read(documentForm, ctx.body)
      const [file] = ctx.files.file ?? []
      const checked = file && (await checkFile(file, documentRules))
      const mistake = checked ? (checked.ok ? undefined : checked.mistake) : 'Choose a file'
      if (!form.ok || !file || mistake) {
        const again: Form<DocumentInput> = { ok: false, values: form.values, errors: { ...form.errors, ...(mistake && { file: mistake }) } }
        return invalid('Documents', await drawDocuments(ctx, ctx.params, again))
      }
      await addDocument(ctx, id, { ...form.value, file })
      return seeOther(paths.documents(ctx.params))
    },
    { files: true },
  )

  web.desk.get(paths.deskDocument, mayLook, async ({ db, params }) => {
    const { id } = await findConsultation(db, params.id)
    const found = (await listDocuments(db, id)).find((document) => document.id === params.document)
    if (!found) throw new NotFound('document')
    return fileReply(found.file)
  })
}

function sectionOf(name: string): Section {
  if (!isSection(name)) throw new NotFound(`section ${name}`)
  return name
}

async function drawSection({ db }: Pick<Context, 'db'>, { commissioner, id }: Here, section: Section, form: SectionForm) {
  const consultation = await findConsultation(db, id)
  const weighing = await weighDates(db, consultation)
  const shown = { commissioner, consultation, section, form, weighing, corrects: consultation.publication !== null }
  return <SectionPage {...shown} />
}

async function drawDocuments({ db }: Pick<Context, 'db'>, { commissioner, id }: Here, form: Form<DocumentInput>) {
  const consultation = await findConsultation(db, id)
  return <DocumentsPage commissioner={commissioner} consultation={consultation} documents={await listDocuments(db, id)} form={form} />
}
