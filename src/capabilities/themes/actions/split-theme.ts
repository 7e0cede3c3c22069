import { type Context, staffId } from '#platform/context.ts'
import { refuseIf } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { newId } from '#platform/ids.ts'
import { isNameTaken, meaningOf } from '../frame.ts'
import { countSorting } from '../queries/sorting.ts'
import { findOpenSplit, insertSplit } from '../queries/splits.ts'
import { insertThemes } from '../queries/themes.ts'
import type { PlannedPart } from '../split.ts'
import { holdTheme, lastPlace, refuseSameName } from './change-frame.ts'

interface NewSplit {
  place: 'beside' | 'below'
  parts: readonly PlannedPart[]
  reason: string
}

/** Split a theme: new themes come beside or below it, and it stays. What is coded under it is sorted afterwards, by people. Answers the split's id. */
export async function splitTheme(ctx: Context, themeId: string, { place, parts, reason }: NewSplit): Promise<string> {
  const { theme, themes, nextVersion } = await holdTheme(ctx, themeId)
  const open = await findOpenSplit(ctx.db, themeId)
  const { left, waiting } = open ? await countSorting(ctx.db, open) : { left: 0, waiting: 0 }
  refuseIf(left + waiting > 0, 'This theme is being split already: sort its comments first')
  refuseIf(parts.length === 0, 'A theme is split into at least one other')
  const parentId = place === 'below' ? themeId : theme.parentId
  const names = parts.map(({ name }) => name)
  refuseSameName(names.some((name, at) => isNameTaken(themes, { name, parentId }) || isAmong(names.slice(0, at), name)))

  const version = await nextVersion(reason)
  const first = lastPlace(themes, parentId)
  const rows = parts.map(({ name, definition }, at) => ({
    ...meaningOf({ definition }),
    theme_id: newId(),
    frame_id: theme.frameId,
    version,
    parent_id: parentId,
    name,
    position: first + at,
    retired: false,
  }))
  await insertThemes(ctx.db, ctx.commissioner.id, rows)
  const id = newId()
  await insertSplit(
    ctx.db,
    {
      commissioner_id: ctx.commissioner.id,
      id,
      frame_id: theme.frameId,
      theme_id: themeId,
      reason,
      split_by: staffId(ctx.actor),
      split_at: ctx.now,
    },
    parts.map(({ words }, at) => ({ theme_id: rows[at]!.theme_id, place: at, words: [...words] })),
  )
  await record(ctx, 'theme.split', themeId, { frame: theme.frameId, version, split: id, parts: rows.map((row) => row.theme_id) })
  return id
}

const isAmong = (names: readonly string[], name: string) => names.some((other) => other.toLowerCase() === name.toLowerCase())
