import { codeWords, finishComment } from '#capabilities/codings'
import { makeFinding, publishFinding, reviewFinding } from '#capabilities/findings'
import { publishResults } from '#capabilities/publications'
import { makeFrame } from '#capabilities/themes'
import { type NorthmoorTheme, placeOf } from '../northmoor.ts'
import type { Story } from './story.ts'

interface Spoken {
  surveyId: string
  /** Contribution ids by response and question: 'b001 now'. */
  contributions: ReadonlyMap<string, string>
}

interface Framed {
  frameId: string
  /** Each theme's id by its key in the files. */
  themes: ReadonlyMap<string, string>
}

export async function frameThemes(story: Story, day: number): Promise<Framed> {
  const { name, themes } = story.files.frame
  const { frameId, themeIds } = await story.as('analyst', day, (ctx) => makeFrame(ctx, { title: name, themes: themes.map(planOf) }))
  const ids = new Map<string, string>()
  const walk = (theme: NorthmoorTheme, above: string) => {
    const path = above ? `${above}/${theme.name}` : theme.name
    ids.set(theme.key, themeIds[path] ?? '')
    for (const below of theme.themes ?? []) walk(below, path)
  }
  for (const theme of themes) walk(theme, '')
  return { frameId, themes: ids }
}

interface Plan {
  name: string
  definition: string
  themes: Plan[]
}

const planOf = ({ name, definition, includes, excludes, themes = [] }: NorthmoorTheme): Plan => ({
  name,
  definition: [definition, includes && `Includes: ${includes}`, excludes && `Does not include: ${excludes}`].filter(Boolean).join('\n'),
  themes: themes.map(planOf),
})

/** The analyst reads every comment and says which themes its words speak of. */
export async function codeComments(
  story: Story,
  { contributions }: Spoken,
  { frameId, themes }: Framed,
  day: number,
  said: (done: number, total: number) => void,
) {
  const { codings } = story.files
  for (let start = 0; start < codings.length; start += 50) {
    await story.as('analyst', day, async (ctx) => {
      for (const { response, question, theme, quote } of codings.slice(start, start + 50))
        await codeWords(ctx, {
          contributionId: contributions.get(`${response} ${question}`) ?? '',
          span: quote === null ? null : placeOf(quote, wordsOf(story, response, question)),
          themeIds: [themes.get(theme) ?? ''],
        })
    })
    said(Math.min(start + 50, codings.length), codings.length)
  }
  await story.as('analyst', day, async (ctx) => {
    const read = new Set(codings.map(({ response, question }) => contributions.get(`${response} ${question}`) ?? ''))
    for (const contributionId of read) await finishComment(ctx, { contributionId, frameId })
  })
}

/** Results for everyone, and findings by key: made by the analyst, held against the words by the engagement lead, and published. */
export async function findWhatWasSaid(
  story: Story,
  { surveyId, contributions }: Spoken,
  themes: ReadonlyMap<string, string>,
  day: number,
): Promise<Map<string, string>> {
  await story.as('engagement lead', day, (ctx) =>
    publishResults(ctx, surveyId, {
      crosses: { rows: ['question:view', 'question:booking'], by: ['question:travel'] },
      licence: 'Open Government Licence v3.0',
    }),
  )
  const found = await story.as('analyst', day + 2, async (ctx) => {
    const made = new Map<string, string>()
    for (const finding of story.files.findings) {
      const quotedOn = (side: 'for' | 'against', quotes: typeof finding.quotes) =>
        quotes.map(({ response, question, quote }) => ({
          contributionId: contributions.get(`${response} ${question}`) ?? '',
          ...placeOf(quote, wordsOf(story, response, question)),
          side,
        }))
      const quotes = [...quotedOn('for', finding.quotes), ...quotedOn('against', finding.contrary?.quotes ?? [])]
      const id = await makeFinding(ctx, {
        title: finding.title,
        claim: finding.claim,
        contrary: finding.contrary?.text,
        surveyId,
        themeIds: finding.themes.map((key) => themes.get(key) ?? ''),
        questionKeys: finding.questions,
        quotes,
      })
      made.set(finding.key, id)
    }
    return made
  })
  await story.as('engagement lead', day + 3, async (ctx) => {
    for (const id of found.values()) {
      await reviewFinding(ctx, id, { outcome: 'agreed', note: 'Read against every comment coded to its themes.' })
      await publishFinding(ctx, id)
    }
  })
  return found
}

const wordsOf = (story: Story, response: string, question: string) =>
  story.files.responses.find(({ id }) => id === response)?.words[question] ?? ''
