import { findConsultation, isClosed } from '#capabilities/consultations'
import { findSurveyVersion } from '#capabilities/surveys'
import type { Context } from '#platform/context.ts'
import { NotFound } from '#platform/errors.ts'
import { historyOf } from '#platform/events.ts'
import { checkFile, findFile } from '#platform/files.ts'
import { blank, type Form, read } from '#platform/forms.ts'
import { isId } from '#platform/ids.ts'
import { mayLook } from '#platform/roles.ts'
import { fileReply, invalid, page, seeOther, type Web } from '#platform/web.tsx'
import { addScan } from '../actions/add-scan.ts'
import { takeSingleKeying } from '../actions/key-form.ts'
import { printForms } from '../actions/print-forms.ts'
import { printForm, singleForm } from '../forms.ts'
import { FormPage } from '../pages/form.tsx'
import { ListPage } from '../pages/list.tsx'
import { PrintPage } from '../pages/print.tsx'
import { SheetsPage } from '../pages/sheets.tsx'
import { paths } from '../paths.ts'
import { mayKey, maySettle } from '../policy.ts'
import { countForms, findForm, listDue, listPrinted } from '../queries/forms.ts'
import { countKeyed, listScans } from '../queries/keyings.ts'
import { shownSerial } from '../serial.ts'

const most = 50

export function paperRoutes(web: Web) {
  web.desk.get(paths.list, mayLook, async (ctx) => {
    const { db, params, actor } = ctx
    const consultation = await findConsultation(db, params.id)
    const due = await listDue(db, consultation.id, most)
    const shown = {
      title: consultation.title,
      counts: await countForms(db, consultation.id),
      keyed: await countKeyed(db, consultation.id),
      due,
      names: await ctx.slots.staffNames(ctx, [...new Set(due.flatMap(({ firstBy }) => firstBy ?? []))]),
      mayKey: mayKey(actor),
      mayPrint: consultation.publication !== null && !isClosed(consultation, ctx.today),
      happenings: await historyOf(ctx, [consultation.id], 10),
    }
    return page('Paper forms', <ListPage here={params} {...shown} />, {
      back: { href: `/${params.commissioner}/desk/consultations/${params.id}`, text: consultation.title },
    })
  })

  web.desk.get(paths.print, mayKey, async ({ db, params }) => {
    await findConsultation(db, params.id)
    return page('Print forms', <PrintPage form={blank} action={paths.print(params)} />, {
      back: { href: paths.list(params), text: 'Paper forms' },
    })
  })

  web.desk.post(paths.print, mayKey, async (ctx) => {
    const form = read(printForm, ctx.body)
    if (!form.ok) return invalid('Print forms', <PrintPage form={form} action={paths.print(ctx.params)} />)
    return seeOther(paths.sheets({ ...ctx.params, from: await printForms(ctx, ctx.params.id, form.value.copies) }))
  })

  web.desk.get(paths.sheets, mayKey, async ({ db, params, commissioner }) => {
    const consultation = await findConsultation(db, params.id)
    const printed = isId(params.from) ? await listPrinted(db, consultation.id, params.from) : []
    const [first] = printed
    if (!first) throw new NotFound('forms')
    const version = await findSurveyVersion(db, first.versionId)
    const shown = {
      commissioner: commissioner.slug,
      organisation: commissioner.name,
      consultation,
      version,
      serials: printed.map(({ serial }) => serial),
    }
    return page(`Forms: ${consultation.title}`, <SheetsPage {...shown} />, { back: { href: paths.list(params), text: 'Paper forms' } })
  })

  web.desk.get(paths.form, mayLook, async (ctx) => {
    const html = await drawForm(ctx, ctx.params, { single: blank })
    return page(`Form ${shownSerial(ctx.params.serial)}`, html, { back: { href: paths.list(ctx.params), text: 'Paper forms' } })
  })

  web.desk.post(paths.single, maySettle, async (ctx) => {
    const form = await findForm(ctx.db, ctx.params.id, ctx.params.serial)
    const typed = read(singleForm, ctx.body)
    if (!typed.ok) return invalid(`Form ${shownSerial(form.serial)}`, await drawForm(ctx, ctx.params, { single: typed }))
    const consultation = await findConsultation(ctx.db, ctx.params.id)
    await takeSingleKeying(ctx, { consultation, version: await findSurveyVersion(ctx.db, form.versionId), form }, typed.value.reason)
    return seeOther(paths.list(ctx.params))
  })

  web.desk.post(
    paths.scans,
    mayKey,
    async (ctx) => {
      const form = await findForm(ctx.db, ctx.params.id, ctx.params.serial)
      const [upload] = ctx.files.scan ?? []
      const checked = upload && (await checkFile(upload))
      const mistake = !upload ? 'Choose a file' : checked && !checked.ok ? checked.mistake : undefined
      if (!upload || mistake)
        return invalid(
          `Form ${shownSerial(form.serial)}`,
          await drawForm(ctx, ctx.params, { single: blank, scanMistake: mistake ?? 'Choose a file' }),
        )
      await addScan(ctx, form, upload)
      return seeOther(paths.form(ctx.params))
    },
    { files: true },
  )

  web.desk.get(paths.scan, mayKey, async ({ db, params }) => {
    const form = await findForm(db, params.id, params.serial)
    if (!(await listScans(db, form.id)).some(({ id }) => id === params.file)) throw new NotFound('scan')
    return fileReply(await findFile(db, params.file))
  })
}

interface Mistaken {
  single: Form<{ reason: string }>
  scanMistake?: string
}

async function drawForm(ctx: Context, here: { commissioner: string; id: string; serial: string }, { single, scanMistake }: Mistaken) {
  const form = await findForm(ctx.db, here.id, here.serial)
  const { title } = await findConsultation(ctx.db, here.id)
  const people = [...form.keyings.map(({ keyedBy }) => keyedBy), ...(form.settlement ? [form.settlement.settledBy] : [])]
  return (
    <FormPage
      here={here}
      title={title}
      form={form}
      names={await ctx.slots.staffNames(ctx, [...new Set(people)])}
      scans={await listScans(ctx.db, form.id)}
      mayKey={mayKey(ctx.actor)}
      maySettle={maySettle(ctx.actor)}
      single={single}
      scanMistake={scanMistake}
      happenings={await historyOf(ctx, [form.id])}
    />
  )
}
