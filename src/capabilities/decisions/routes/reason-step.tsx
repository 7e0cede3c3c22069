import type { ZodType } from 'zod'
import type { Staff } from '#platform/context.ts'
import { blank, type Form, read } from '#platform/forms.ts'
import type { Path } from '#platform/paths.ts'
import { type As, invalid, page, seeOther, type Visit, type Web } from '#platform/web.tsx'
import type { ReasonInput } from '../forms.ts'
import { ReasonPage } from '../pages/reason.tsx'

type ReasonStep = Omit<Parameters<typeof ReasonPage>[0], 'action' | 'form'> & {
  schema: ZodType<ReasonInput>
  /** Where it is not, the page goes back to where it came from, which says why. */
  isPossible: boolean
  act(given: ReasonInput): Promise<void>
}

/** A page that asks for a reason, and the act that needs it. */
export function reasonStep<P extends string>(
  web: Web,
  path: Path<P>,
  may: (staff: Staff) => boolean,
  find: (ctx: As<Staff> & Visit<P>) => Promise<ReasonStep>,
) {
  const draw = (step: ReasonStep, action: string, form: Form<ReasonInput>) => <ReasonPage {...step} action={action} form={form} />
  const address = path as unknown as (params: object) => string

  web.desk.get(path, may, async (ctx) => {
    const step = await find(ctx)
    return step.isPossible ? page(step.heading, draw(step, address(ctx.params), blank)) : seeOther(step.cancel)
  })

  web.desk.post(path, may, async (ctx) => {
    const step = await find(ctx)
    const form = read(step.schema, ctx.body)
    if (!form.ok) return invalid(step.heading, draw(step, address(ctx.params), form))
    await step.act(form.value)
    return seeOther(step.cancel)
  })
}
