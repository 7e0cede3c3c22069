import type { Context } from '#platform/context.ts'
import { type DefinedTheme, type ThemeBranch, type ThemePlan, themeTree } from '../frame.ts'
import { findFrame, findVersion } from '../queries/frames.ts'
import { listThemes } from '../queries/themes.ts'
import { makeFrame } from './make-frame.ts'

/** One version of a frame as the start of another; nothing ties them afterwards. Version 0 is the latest. Answers the new frame's id. */
export async function copyFrame(ctx: Context, frameId: string, { title, version }: { title: string; version: number }): Promise<string> {
  const frame = await findFrame(ctx.db, frameId)
  const { number } = await findVersion(ctx.db, frame.id, version || frame.version)
  const themes = planOf(themeTree(await listThemes(ctx.db, frame.id, { version: number })))
  const { frameId: id } = await makeFrame(ctx, { title, themes, note: `Copied from “${frame.title}”, version ${number}` })
  return id
}

const planOf = (branches: readonly ThemeBranch<DefinedTheme>[]): ThemePlan[] =>
  branches.map(({ name, definition, includes, excludes, examples, themes }) => ({
    name,
    definition,
    includes,
    excludes,
    examples,
    themes: planOf(themes),
  }))
