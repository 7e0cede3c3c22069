import type { Context } from '#platform/context.ts'
import { historyOf } from '#platform/events.ts'
import { blank, type Form, read } from '#platform/forms.ts'
import { invalid, page, seeOther, type Web } from '#platform/web.tsx'
import { copyFrame } from '../actions/copy-frame.ts'
import { makeFrame } from '../actions/make-frame.ts'
import { type CopyInput, copyForm, frameForm } from '../forms.ts'
import { CodeBookPage } from '../pages/code-book.tsx'
import { FramePage } from '../pages/frame.tsx'
import { FramesPage } from '../pages/frames.tsx'
import { NewCopyPage } from '../pages/new-copy.tsx'
import { NewFramePage } from '../pages/new-frame.tsx'
import { VersionPage } from '../pages/version.tsx'
import { paths } from '../paths.ts'
import { maySeeThemes, mayShapeFrame } from '../policy.ts'
import { countTree } from '../queries/counts.ts'
import { findFrame, findVersion, listFrames, listVersions } from '../queries/frames.ts'
import { listThemes } from '../queries/themes.ts'
import { listUses } from '../queries/uses.ts'

const most = 50
const here = (ctx: Context) => ctx.commissioner.slug
const backTo = (href: string) => ({ back: { href } })

export function frameRoutes(web: Web) {
  web.desk.get(paths.frames, maySeeThemes, async (ctx) => {
    const frames = await listFrames(ctx.db, { before: ctx.query.before, limit: most + 1 })
    const next = frames.length > most ? `${paths.frames({ commissioner: here(ctx) })}?before=${frames[most - 1]!.id}` : null
    return page(
      'Frames',
      <FramesPage commissioner={here(ctx)} frames={frames.slice(0, most)} next={next} mayShape={mayShapeFrame(ctx.actor)} />,
    )
  })

  web.desk.get(paths.newFrame, mayShapeFrame, async (ctx) =>
    page('Make a frame', <NewFramePage commissioner={here(ctx)} form={blank} />, backTo(paths.frames({ commissioner: here(ctx) }))),
  )

  web.desk.post(paths.frames, mayShapeFrame, async (ctx) => {
    const form = read(frameForm, ctx.body)
    if (!form.ok) return invalid('Make a frame', <NewFramePage commissioner={here(ctx)} form={form} />)

    const { frameId } = await makeFrame(ctx, form.value)
    return seeOther(paths.frame({ commissioner: here(ctx), frame: frameId }))
  })

  web.desk.get(paths.frame, maySeeThemes, async (ctx) => {
    const frame = await findFrame(ctx.db, ctx.params.frame)
    const themes = await listThemes(ctx.db, frame.id, { retired: true })
    const facts = {
      frame,
      themes,
      sought: ctx.query.find?.trim() ?? '',
      counts: await countTree(ctx.db, frame.id),
      uses: await listUses(ctx.db, frame.id),
      versions: await listVersions(ctx.db, frame.id),
      mayShape: mayShapeFrame(ctx.actor),
      links: await ctx.slots.neighboursOf(ctx, 'frame', 'desk', frame.id),
      happenings: await historyOf(ctx, [frame.id, ...themes.map(({ id }) => id)]),
    }
    return page(frame.title, <FramePage commissioner={here(ctx)} {...facts} />, backTo(paths.frames({ commissioner: here(ctx) })))
  })

  web.desk.get(paths.version, maySeeThemes, async (ctx) => {
    const frame = await findFrame(ctx.db, ctx.params.frame)
    const version = await findVersion(ctx.db, frame.id, Number(ctx.params.number))
    const themes = await listThemes(ctx.db, frame.id, { version: version.number })
    return page(
      `${frame.title}: version ${version.number}`,
      <VersionPage commissioner={here(ctx)} frame={frame} version={version} themes={themes} mayShape={mayShapeFrame(ctx.actor)} />,
      backTo(paths.frame({ commissioner: here(ctx), frame: frame.id })),
    )
  })

  web.desk.get(paths.codeBook, maySeeThemes, async (ctx) => {
    const frame = await findFrame(ctx.db, ctx.params.frame)
    const themes = await listThemes(ctx.db, frame.id)
    return page(
      `Code book: ${frame.title}`,
      <CodeBookPage frame={frame} themes={themes} today={ctx.today} />,
      backTo(paths.frame(ctx.params)),
    )
  })

  const copyPage = async (ctx: Context & { params: { frame: string } }, version: number, form: Form<CopyInput>) => {
    const frame = await findFrame(ctx.db, ctx.params.frame)
    const from = await findVersion(ctx.db, frame.id, version || frame.version)
    return <NewCopyPage commissioner={here(ctx)} frame={frame} version={from.number} form={form} />
  }

  web.desk.get(paths.newCopy, mayShapeFrame, async (ctx) =>
    page('Copy a frame', await copyPage(ctx, Number(ctx.query.version ?? 0), blank), backTo(paths.frame(ctx.params))),
  )

  web.desk.post(paths.copies, mayShapeFrame, async (ctx) => {
    const form = read(copyForm, ctx.body)
    if (!form.ok)
      return invalid('Copy a frame', await copyPage(ctx, Number(form.values.version ?? 0), form), backTo(paths.frame(ctx.params)))
    const frame = await copyFrame(ctx, ctx.params.frame, form.value)
    return seeOther(paths.frame({ ...ctx.params, frame }))
  })
}
