import type { Consultation } from '#capabilities/consultations'
import { type Draft, draftPaths, findDraft, lastDay, readAddress, SaveForm, saveDraft } from '#capabilities/drafts'
import { isArrivalField } from '#capabilities/flags'
import type { SurveyVersion } from '#capabilities/surveys'
import type { Context } from '#platform/context.ts'
import { NotFound } from '#platform/errors.ts'
import { type Body, blank } from '#platform/forms.ts'
import { invalid, page, type Reply, seeOther } from '#platform/web.tsx'
import { asAnyone } from '../actions/take-back.ts'
import { respondPath } from '../paths.ts'
import { names, oneOf, type Sheet, savable } from '../sheet.ts'

const field = 'return-address'
const title = 'Save your answers and come back later'

interface Asks {
  consultation: Consultation
  version: SurveyVersion
}

/** Ask where to send the link, with the whole form carried along; then save the answers and send it. */
export async function save(ctx: Context, { consultation, version }: Asks, sheet: Sheet): Promise<Reply> {
  const { body } = sheet
  const address = { commissioner: ctx.commissioner.slug, slug: consultation.slug }
  const form = Object.hasOwn(body, field) ? readAddress(body) : null
  if (form?.ok) {
    await saveDraft(asAnyone(ctx), {
      surveyId: version.surveyId,
      versionId: version.id,
      body: savable(version, sheet),
      page: typeof sheet.step === 'number' ? sheet.step : 0,
      address: form.value[field],
      returnPath: (token) => `${respondPath(address)}?saved=${token}`,
      closesOn: consultation.closesOn,
      from: oneOf(body, names.saved) || undefined,
      files: version.questions.filter(({ type }) => type === 'file').flatMap(({ key }) => body[key] ?? []),
    })
    return seeOther(draftPaths.sent({ commissioner: address.commissioner }))
  }
  const html = (
    <SaveForm action={respondPath(address)} form={form ?? blank} until={lastDay(ctx.today, consultation.closesOn)}>
      <>
        {Object.entries(body).flatMap(([name, value]) =>
          name === field || isArrivalField(name) ? [] : [value].flat().map((one) => <input type="hidden" name={name} value={one} />),
        )}
      </>
    </SaveForm>
  )
  return form ? invalid(title, html, { keepsFiles: true }) : page(title, html)
}

/** What a link of saved answers opens; null where they are not there any more. */
export async function findSaved(ctx: Context, token: string): Promise<Draft | null> {
  return findDraft(ctx, token).catch((fault) => {
    if (fault instanceof NotFound) return null
    throw fault
  })
}

/** The form as it was left, with the secret that its draft goes by when it is sent. */
export const bodyOf = (draft: Draft, token: string, invitation: string): Body => ({
  ...draft.body,
  [names.saved]: token,
  ...(invitation && { [names.invitation]: invitation }),
})
