import { listThemes, readDown } from '#capabilities/themes'
import type { Context } from '#platform/context.ts'

/** What the themes of a frame are called now, put away or not, and what these coders are called. */
export async function nameAnswers(ctx: Context, frameId: string, coders: readonly { id: string; name: string }[]) {
  const themes = readDown(await listThemes(ctx.db, frameId, { retired: true }))
  const themeNames = new Map(themes.map(({ id, fullName, retired }) => [id, retired ? `${fullName} (put away)` : fullName]))
  const coderNames = new Map(coders.map(({ id, name }) => [id, name]))
  return {
    themeIds: themes.map(({ id }) => id),
    coder: (id: string) => coderNames.get(id) ?? 'A coder',
    theme: (id: string) => themeNames.get(id) ?? 'A theme no longer known',
  }
}
