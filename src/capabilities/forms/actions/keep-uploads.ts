import { type SurveyVersion, uploadLimits } from '#capabilities/surveys'
import type { Context } from '#platform/context.ts'
import { checkFile, keepFile, type Upload } from '#platform/files.ts'
import type { Body } from '#platform/forms.ts'

/**
 * Keep the files that came with a form until its answers are sent, or a day has passed. Gives the form back as if they had been there before,
 * and what is wrong with those that are not kept.
 */
export async function keepUploads(
  ctx: Context,
  version: Pick<SurveyVersion, 'questions'>,
  body: Body,
  files: Readonly<Record<string, readonly Upload[]>>,
): Promise<{ body: Body; errors: Record<string, string> }> {
  const carried = { ...body }
  const errors: Record<string, string> = {}
  for (const question of version.questions.filter(({ type }) => type === 'file')) {
    const { key } = question
    const rules = uploadLimits(question)
    for (const upload of files[`${key}.file`] ?? []) {
      const checked = await checkFile(upload, rules)
      if (!checked.ok) errors[`${key}.file`] ??= checked.mistake
      else {
        const kept = await keepFile(ctx, upload, { purpose: 'answer', waits: true, ...rules })
        carried[key] = [...[carried[key] ?? []].flat(), kept.id]
        carried[`${key}.name`] = [...[carried[`${key}.name`] ?? []].flat(), kept.name]
      }
    }
  }
  return { body: carried, errors }
}
