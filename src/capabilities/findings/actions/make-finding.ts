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
import { type FrozenTable, findingContent, type QuestionFigure, type Side, type Strength } from '../finding.ts'
import { mayMakeFindings } from '../policy.ts'
import { countTable } from '../queries/count-table.ts'
import { findFinding, insertFinding } from '../queries/findings.ts'
import { listQuotable } from '../queries/quotes.ts'
import { withdrawFinding } from './withdraw-finding.ts'

export interface NewFinding {
  title: string
  claim: string
  contrary?: string | undefined
  surveyId?: string | null | undefined
  sourceId?: string | null | undefined
  themeIds: readonly string[]
  questionKeys?: readonly string[] | undefined
  /** Start inclusive, end exclusive, in code points of the stored words. */
  quotes: readonly { contributionId: string; start: number; end: number; side?: Side }[]
  strength?: Strength | null | undefined
  /** Views of the results whose numbers it keeps: what follows the question mark of their addresses. */
  views?: readonly string[] | undefined
  /** A finding that this one replaces: it is withdrawn. */
  insteadOf?: string | null | undefined
}

/** Claim something, and fix the figures it rests on as they are now. Answers the finding's id. */
export async function makeFinding(
  ctx: Context,
  {
    title,
    claim,
    contrary = '',
    surveyId,
    sourceId,
    themeIds,
    questionKeys = [],
    quotes,
    strength = null,
    views = [],
    insteadOf = null,
  }: NewFinding,
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
    quotes: quotes.map(({ contributionId, start, end, side = 'for' }) => ({ id: newId(), contributionId, start, end, side })),
    strength,
    numbers: await frozenTables(ctx, basis, [...new Set(views)]),
    insteadOf,
  }
  const restsOn = finding.themes.length + finding.questions.length + finding.numbers.length
  refuseIf(restsOn === 0, 'A finding must rest on at least one theme or one question')
  await checkQuotes(ctx, basis, quotes)
  if (insteadOf !== null) await replace(ctx, basis, insteadOf)

  await insertFinding(ctx.db, ctx.commissioner.id, finding)
  const row = { kind: 'finding', id: finding.id, salt: finding.salt, content: findingContent(finding) }
  await record(
    ctx,
    'finding.made',
    finding.id,
    { ...basis, themes: finding.themes.map(({ themeId }) => themeId), quotes: quotes.length, ...(insteadOf && { instead: insteadOf }) },
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

async function frozenTables(ctx: Context, basis: Basis, views: readonly string[]): Promise<FrozenTable[]> {
  const tables = []
  for (const query of views) tables.push({ id: newId(), query, ...(await countTable(ctx, basis, query)) })
  return tables
}

/** The one before must stand, and be of the same answers. */
async function replace(ctx: Context, basis: Basis, insteadOf: string) {
  const before = await findFinding(ctx.db, insteadOf)
  refuseIf(before.surveyId !== basis.surveyId || before.sourceId !== basis.sourceId, 'A finding replaces another from the same answers')
  await withdrawFinding(ctx, before.id, { reason: 'A changed finding was made in its place.' })
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
