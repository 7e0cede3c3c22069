/** Put beside a comment while coding it: look at this again, or this says it well. */
export type MarkKind = 'look again' | 'says it well'

export const marks: readonly { kind: MarkKind; put: string; take: string; shown: string; key: string }[] = [
  { kind: 'look again', put: 'Look at it again', take: 'No need to look again', shown: 'To be looked at again', key: 'f' },
  { kind: 'says it well', put: 'It says it well', take: 'Take off “says it well”', shown: 'Says it well', key: 'q' },
]
