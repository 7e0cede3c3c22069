import type { Client } from 'pg'

// The types of pg leave these two out.
type Waiting = Client & { ref(): void; unref(): void }

/** A connection that only waits must not keep a finished command from ending. */
export const letProcessEnd = (client: Client) => (client as Waiting).unref()

/** While it works it must: otherwise Node would end in the middle of an answer. */
export const holdProcess = (client: Client) => (client as Waiting).ref()
