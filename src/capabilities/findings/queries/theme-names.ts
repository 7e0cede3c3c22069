import type { Context } from '#platform/context.ts'

/** What themes are called now, those no longer used too. */
export async function themeNames(ctx: Context, ids: readonly string[]): Promise<(id: string) => string> {
  const kind = ctx.slots.threadKinds.find((one) => one.kind === 'theme')
  const nodes = ids.length > 0 && kind ? await kind.describe(ctx, ids) : []
  const names = new Map(nodes.map(({ id, label }) => [id, label]))
  return (id) => names.get(id) ?? 'A theme'
}
