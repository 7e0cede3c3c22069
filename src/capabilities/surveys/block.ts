import { Refused } from '#platform/errors.ts'
import { dependencesOf } from './dependence.ts'
import { equalityBlock } from './equality-block.ts'
import { friendsAndFamilyBlock } from './friends-and-family-block.ts'
import { repiped } from './piping.ts'
import type { Question } from './question.ts'
import { isEquality, nextKey } from './survey.ts'

/** Questions that belong together, to be asked in any survey. */
export interface Block {
  id: string
  title: string
  questions: readonly Question[]
  /** An author here saved it; the others come with the product. */
  isSaved: boolean
}

/** The blocks that come with the product. Their keys mean the same in every survey. */
export const sharedBlocks: readonly Block[] = [equalityBlock, friendsAndFamilyBlock].map(({ name, title, questions }) => ({
  id: name,
  title,
  questions,
  isSaved: false,
}))

/** A block's questions as another survey asks them: with keys that nothing there has used, also where one leans on another. */
export function blockFor(block: Block, { now, ever }: { now: readonly string[]; ever: readonly string[] }): Question[] {
  const taken = [...(block.isSaved ? ever : now)]
  const keys = new Map<string, string>()
  for (const { key } of block.questions) {
    const free = block.isSaved || taken.includes(key) ? nextKey([...ever, ...taken]) : key
    keys.set(key, free)
    taken.push(free)
  }
  const renamed = (key: string) => keys.get(key) ?? key
  return block.questions.map(({ asked, ...question }, at) => ({
    ...repiped(question, renamed),
    key: renamed(question.key),
    block: block.id,
    ...(at === 0 && !block.isSaved && { page: question.page ?? block.title }),
    ...(asked && { asked: { ...asked, of: asked.of.map((condition) => ({ ...condition, question: renamed(condition.question) })) } }),
  }))
}

/** The questions from one to another, both with, as a block that stands on its own. */
export function runOf(questions: readonly Question[], from: string, to: string): Question[] {
  const [first, last] = [from, to].map((key) => questions.findIndex((question) => question.key === key)).sort((a, b) => a - b) as [
    number,
    number,
  ]
  const run = questions.slice(Math.max(first, 0), last + 1)
  if (run.some(isEquality)) throw new Refused('The equality questions are a block already. Choose questions that leave them out.')
  const within = new Set(run.map(({ key }) => key))
  const outside = dependencesOf(run).find(({ on }) => !within.has(on) && questions.some(({ key }) => key === on))
  if (outside)
    throw new Refused(
      `“${outside.question.text}” needs an answer from outside these questions: ${outside.because}. Take that question in too.`,
    )
  return run.map(({ block: _, ...question }) => question)
}

/** Questions in their order, those of one block together. */
export function groupsOf(questions: readonly Question[]): { block: string | null; questions: Question[] }[] {
  const groups: { block: string | null; questions: Question[] }[] = []
  for (const question of questions) {
    const group = groups.at(-1)
    const block = question.block ?? null
    if (group && group.block === block) group.questions.push(question)
    else groups.push({ block, questions: [question] })
  }
  return groups
}
