/** Why a response is worth a second look. */
export type Kind = 'robot' | 'same words' | 'same answers' | 'same address'

export const kindNames: Record<Kind, string> = {
  robot: 'May be sent by a robot',
  'same words': 'One text, many people',
  'same answers': 'The same answers throughout',
  'same address': 'Sent from the same address',
}

/** What it may mean, so that nobody takes a flag for a verdict. */
export const kindMeanings: Record<Kind, string> = {
  robot: 'Something was odd about how it came. People who use old devices, or fill in forms by habit, can look like this too.',
  'same words':
    'These say nearly the same, as people do who use a letter that somebody wrote for them. Each is still a person: read the text once, and count everyone.',
  'same answers': 'Every word and every tick is the same. One person may have sent it twice, or several agreed on what to say.',
  'same address': 'The people who sent these confirmed the same email address. They may share it.',
}

/** What responses are compared within: a survey, or a source of comments. */
export type Whole = { surveyId: string; sourceId: null } | { surveyId: null; sourceId: string }

export interface NewFlag {
  id: string
  responseId: string
  kind: Kind
  /** What was noticed when it came: for a robot alone. */
  signs: readonly string[]
  groupId: string | null
  /** Which of its words are the same as others': for "same words" alone. */
  contributionId: string | null
  raisedAt: Date
}

/** One flag of a response, and what became of it. */
export interface Flag {
  id: string
  responseId: string
  kind: Kind
  signs: readonly string[]
  groupId: string | null
  contributionId: string | null
  raisedAt: Date
  leftAt: Date | null
}

export interface Group {
  id: string
  kind: Kind
  foundAt: Date
  responses: number
  setAside: number
  /** How many of them nobody has looked at. */
  waiting: number
}

/** A response of a group, as its page lists it. */
export interface Member {
  responseId: string
  receivedAt: Date
  channel: string
  isSetAside: boolean
  isLeft: boolean
  /** The words that are like others', as they may be read; null where they may not, or where it is not for its words. */
  words: string | null
}
