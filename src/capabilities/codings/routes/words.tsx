import { themePath } from '#capabilities/themes'
import { mayLook } from '#platform/roles.ts'
import { page, type Web } from '#platform/web.tsx'
import { readWords } from '../actions/read-words.ts'
import { WordsPage } from '../pages/words.tsx'
import { paths } from '../paths.ts'

export function wordsRoutes(web: Web) {
  web.desk.get(paths.words, mayLook, async (ctx) => {
    const { last, ...facts } = await readWords(ctx, { theme: ctx.params.theme, after: ctx.query.after })
    const next = last && `${paths.words(ctx.params)}?after=${last}`
    return page(`What people said: ${facts.theme.name}`, <WordsPage commissioner={ctx.commissioner.slug} next={next} {...facts} />, {
      back: { href: themePath(ctx.params) },
    })
  })
}
