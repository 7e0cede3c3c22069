import type { Context } from '#platform/context.ts'
import { NotFound, Refused } from '#platform/errors.ts'
import { blank, read } from '#platform/forms.ts'
import { file, invalid, page, seeOther, type Web } from '#platform/web.tsx'
import { keepPlan, makePlanned } from '../actions/plan-frame.ts'
import { largestFile, readFrameFile } from '../filed-frame.ts'
import { planForm } from '../forms.ts'
import { PlanPage } from '../pages/plan.tsx'
import { PlanUploadPage } from '../pages/plan-upload.tsx'
import { paths } from '../paths.ts'
import { maySeeThemes, mayShapeFrame } from '../policy.ts'
import { findFrame } from '../queries/frames.ts'
import { findPlan } from '../queries/plans.ts'
import { listThemes } from '../queries/themes.ts'
import { frameCsv, frameWorkbook } from '../written-frame.ts'

const title = 'Bring in a frame from a file'

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

export function fileRoutes(web: Web) {
  const back = (ctx: Context) => ({ back: { href: paths.frames({ commissioner: ctx.commissioner.slug }) } })

  web.desk.get(paths.plans, mayShapeFrame, async (ctx) =>
    page(title, <PlanUploadPage commissioner={ctx.params.commissioner} form={blank} />, back(ctx)),
  )

  web.desk.post(
    paths.plans,
    mayShapeFrame,
    async (ctx) => {
      const form = read(planForm, ctx.body)
      const [upload] = ctx.files.file ?? []
      const again = (file?: string) =>
        invalid(
          title,
          <PlanUploadPage
            commissioner={ctx.params.commissioner}
            form={{ ok: false, values: form.values, errors: { ...(file && { file }), ...form.errors } }}
          />,
          back(ctx),
        )
      if (!upload) return again('Choose a file')
      if (!form.ok) return again('Choose the file again')
      try {
        const plan = await readFrameFile(upload.bytes)
        const named =
          form.value.title ||
          upload.name
            .replace(/\.\w+$/, '')
            .trim()
            .slice(0, 120) ||
          'Frame from a file'
        return seeOther(paths.plan({ ...ctx.params, plan: await keepPlan(ctx, { title: named.normalize('NFC'), plan }) }))
      } catch (error) {
        // What is wrong with a file is for whoever chose it.
        if (error instanceof Refused) return again(error.message)
        throw error
      }
    },
    { files: { largest: largestFile + 64 * 1024 } },
  )

  web.desk.get(paths.plan, mayShapeFrame, async (ctx) => {
    const kept = await findPlan(ctx.db, ctx.params.plan)
    return page(kept.title, <PlanPage commissioner={ctx.params.commissioner} {...kept} />, {
      back: { href: paths.plans(ctx.params), text: title },
    })
  })

  web.desk.post(paths.planned, mayShapeFrame, async (ctx) =>
    seeOther(paths.frame({ ...ctx.params, frame: await makePlanned(ctx, ctx.params.plan) })),
  )

  web.desk.get(paths.file, maySeeThemes, async ({ db, params }) => {
    const { format } = params
    if (format !== 'csv' && format !== 'xlsx') throw new NotFound('format')
    const frame = await findFrame(db, params.frame)
    const themes = await listThemes(db, frame.id)
    return file(`${nameOf(frame.title)}-version-${frame.version}.${format}`, types[format], async function* () {
      yield format === 'csv' ? frameCsv(themes) : await frameWorkbook(themes)
    })
  })
}

const nameOf = (frame: string) =>
  frame
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '') || 'frame'
