import { createHash } from 'node:crypto'

/** A short mark of what someone was shown, sent back with what they type: when it is another by then, somebody changed it meanwhile. */
export const markOf = (shown: unknown) => createHash('sha256').update(JSON.stringify(shown)).digest('base64url').slice(0, 16)
