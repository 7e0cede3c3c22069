import { isId } from '#platform/ids.ts'

/** What is coded together: the answers to one survey, or what one source brought. */
export interface Batch {
  kind: 'survey' | 'source'
  id: string
  title: string
  /** How many comments with words in it may be read. */
  comments: number
}

/** How it stands in an address: 'survey-0192…'. */
export const keyOf = ({ kind, id }: Pick<Batch, 'kind' | 'id'>) => `${kind}-${id}`

/** The survey or source that such a key names; null when it names nothing. */
export function readKey(key: string): Pick<Batch, 'kind' | 'id'> | null {
  const [, kind, id] = /^(survey|source)-(.+)$/.exec(key) ?? []
  return id !== undefined && isId(id) ? { kind: kind as Batch['kind'], id } : null
}

/** How many comments of a batch somebody has finished with a frame. */
export interface Progress {
  finished: number
  all: number
}

/** How many one coder has finished. */
export interface Pace {
  today: number
  lastHour: number
}
