import { ConfirmForm } from '#design'
import { NotFound } from '#platform/errors.ts'
import { blank, read } from '#platform/forms.ts'
import { invalid, page, seeOther, type Web } from '#platform/web.tsx'
import { addBlock, removeBlock, retireBlock, saveBlock } from '../actions/blocks.ts'
import { sharedBlocks } from '../block.ts'
import { blockForm, savedBlockForm } from '../forms.ts'
import { BlocksPage } from '../pages/blocks.tsx'
import { paths } from '../paths.ts'
import { mayBuildSurveys } from '../policy.ts'
import { findSavedBlock, listSavedBlocks } from '../queries/blocks.ts'
import { findSurvey } from '../queries/versions.ts'

const title = 'Questions that belong together'

/** Questions put together once, and asked in many surveys. */
export function blockRoutes(web: Web) {
  web.desk.get(paths.blocks, mayBuildSurveys, async ({ db, params }) => {
    const { questions } = await findSurvey(db, params.id)
    const blocks = [...sharedBlocks, ...(await listSavedBlocks(db))]
    return page(title, <BlocksPage here={params} questions={questions} blocks={blocks} form={blank} />, {
      back: { href: paths.builder(params), text: 'Back to the questions' },
    })
  })

  web.desk.post(paths.blocks, mayBuildSurveys, async (ctx) => {
    const form = read(blockForm, ctx.body)
    if (!form.ok) return seeOther(paths.blocks(ctx.params))
    await addBlock(ctx, ctx.params.id, form.value.block)
    return seeOther(paths.builder(ctx.params))
  })

  web.desk.get(paths.blockRemoval, mayBuildSurveys, async ({ db, params }) => {
    const { questions } = await findSurvey(db, params.id)
    const removed = questions.filter(({ block }) => block === params.block)
    if (removed.length === 0) throw new NotFound(`block ${params.block}`)
    return page(
      'Remove these questions',
      <ConfirmForm
        question="Remove these questions?"
        action={paths.blockRemoval(params)}
        confirm="Remove questions"
        cancel={{ href: paths.builder(params) }}
      >
        <p>None of these will be asked any longer. Questions that people have answered cannot be removed.</p>
        <ul class="nhsuk-list nhsuk-list--bullet">
          {removed.map(({ text }) => (
            <li>{text}</li>
          ))}
        </ul>
      </ConfirmForm>,
    )
  })

  web.desk.post(paths.blockRemoval, mayBuildSurveys, async (ctx) => {
    await removeBlock(ctx, ctx.params.id, ctx.params.block)
    return seeOther(paths.builder(ctx.params))
  })

  web.desk.post(paths.savedBlocks, mayBuildSurveys, async (ctx) => {
    const { questions } = await findSurvey(ctx.db, ctx.params.id)
    const form = read(savedBlockForm, ctx.body)
    const blocks = [...sharedBlocks, ...(await listSavedBlocks(ctx.db))]
    if (!form.ok) return invalid(title, <BlocksPage here={ctx.params} questions={questions} blocks={blocks} form={form} />)
    await saveBlock(ctx, ctx.params.id, form.value)
    return seeOther(paths.blocks(ctx.params))
  })

  web.desk.get(paths.blockRetirement, mayBuildSurveys, async ({ db, params }) => {
    await findSurvey(db, params.id)
    const block = await findSavedBlock(db, params.block)
    return page(
      'Stop offering these questions',
      <ConfirmForm
        question={`Stop offering “${block.title}”?`}
        action={paths.blockRetirement(params)}
        confirm="Stop offering them"
        cancel={{ href: paths.blocks(params) }}
      >
        <p>Surveys that ask these questions go on asking them. Nobody can add them to another survey.</p>
      </ConfirmForm>,
    )
  })

  web.desk.post(paths.blockRetirement, mayBuildSurveys, async (ctx) => {
    await findSurvey(ctx.db, ctx.params.id)
    await retireBlock(ctx, ctx.params.block)
    return seeOther(paths.blocks(ctx.params))
  })
}
