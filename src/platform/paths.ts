type Names<P> = P extends `${string}:${infer N}/${infer Rest}` ? N | Names<`/${Rest}`> : P extends `${string}:${infer N}` ? N : never
export type ParamsOf<P> = { [N in Names<P>]: string }
type Args<P> = [Names<P>] extends [never] ? [] : [ParamsOf<P>]

export interface Path<P extends string> {
  (...args: Args<P>): string
  pattern: P
}

/** `path('/:commissioner/groups/:id')` is both the pattern to route on and the function that links to it. */
export function path<P extends string>(pattern: P): Path<P> {
  const link = (params: Record<string, string> = {}) =>
    pattern.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  return Object.assign(link as (...args: Args<P>) => string, { pattern })
}
