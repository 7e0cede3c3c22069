import {
  type Basis,
  basisOf,
  countQuestions,
  findBasisTitle,
  listAskedVersions,
  listThemes,
  type ThemeFigure,
  tallyAnswers,
  tallyThemes,
} from '#capabilities/results'
import { type Context, staffId } from '#platform/context.ts'
import { allowOnly, NotFound, refuseIf } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { newId, newSalt } from '#platform/ids.ts'
import { findingContent, type QuestionFigure } from '../finding.ts'
import { mayMakeFindings } from '../policy.ts'
import { insertFinding } from '../queries/findings.ts'
import { listQuotable } from '../queries/quotes.ts'

export interface NewFinding {
  title: string
  claim: string
  contrary?: string | undefined
  surveyId?: string | null | undefined
  sourceId?: string | null | undefined
  themeIds: readonly string[]
  questionKeys?: readonly string[] | undefined
  /** Start inclusive, end exclusive, in code points of the stored words. */
  quotes: readonly { contributionId: string; start: number; end: number }[]
}

/** Claim something, and fix the figures it rests on as they are now. Answers the finding's id. */
export async function makeFinding(
  ctx: Context,
  { title, claim, contrary = '', surveyId, sourceId, themeIds, questionKeys = [], quotes }: NewFinding,
): Promise<string> {
  allowOnly(mayMakeFindings(ctx.actor))
  const basis = basisOf(surveyId ?? null, sourceId ?? null)
  const finding = {
    ...basis,
    id: newId(),
    title,
    claim,
    contrary,
    madeBy: staffId(ctx.actor),
    madeAt: ctx.now,
    salt: newSalt(),
    themes: await themeFigures(ctx, basis, [...new Set(themeIds)]),
    questions: await questionFigures(ctx, basis, [...new Set(questionKeys)]),
    quotes: quotes.map(({ contributionId, start, end }) => ({ id: newId(), contributionId, start, end })),
  }
  refuseIf(finding.themes.length + finding.questions.length === 0, 'A finding must rest on at least one theme or one question')
  await checkQuotes(ctx, basis, quotes)

  await insertFinding(ctx.db, ctx.commissioner.id, finding)
  const row = { kind: 'finding', id: finding.id, salt: finding.salt, content: findingContent(finding) }
  await record(
    ctx,
    'finding.made',
    finding.id,
    { ...basis, themes: finding.themes.map(({ themeId }) => themeId), quotes: quotes.length },
    { rows: [row] },
  )
  return finding.id
}

async function themeFigures(ctx: Context, basis: Basis, themeIds: readonly string[]): Promise<ThemeFigure[]> {
  const known = new Set((await listThemes(ctx.db)).map(({ id }) => id))
  if (!themeIds.every((id) => known.has(id))) throw new NotFound('theme')
  const figures = new Map((await tallyThemes(ctx.db, basis)).map((figure) => [figure.themeId, figure]))
  return themeIds.map((themeId) => figures.get(themeId) ?? { themeId, comments: 0, responses: 0 })
}

async function questionFigures(ctx: Context, basis: Basis, questionKeys: readonly string[]): Promise<QuestionFigure[]> {
  if (!(await findBasisTitle(ctx.db, basis))) throw new NotFound('survey or source')
  if (questionKeys.length === 0) return []
  refuseIf(basis.surveyId === null, 'What was brought in from a file has no questions with counted answers')
  const counted = countQuestions(await listAskedVersions(ctx.db, basis.surveyId!), await tallyAnswers(ctx.db, basis.surveyId!))
  return questionKeys.map((questionKey) => {
    const question = counted.find(({ key }) => key === questionKey)
    if (!question) throw new NotFound('question')
    return { questionKey, answered: question.answered, counts: question.options }
  })
}

/** Only words that the person agreed to have quoted, that may be read now, and that are there. */
async function checkQuotes(ctx: Context, basis: Basis, quotes: NewFinding['quotes']) {
  const quotable = await listQuotable(
    ctx.db,
    basis,
    quotes.map(({ contributionId }) => contributionId),
  )
  for (const { contributionId, start, end } of quotes) {
    const words = quotable.get(contributionId)
    refuseIf(words === undefined, 'These words cannot be quoted: the person has not agreed to it, or they are withheld')
    const quoted = [...(words ?? '')].slice(start, end)
    refuseIf(
      start < 0 || quoted.length !== end - start || !/[^█\s]/.test(quoted.join('')),
      'These words cannot be quoted: they are not there, or they were removed',
    )
  }
}
