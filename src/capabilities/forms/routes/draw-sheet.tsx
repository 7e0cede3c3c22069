import type { Consultation } from '#capabilities/consultations'
import { arrivalFields, stampOf } from '#capabilities/flags'
import { readAnswers, type SurveyVersion } from '#capabilities/surveys'
import type { Variant } from '#capabilities/variants'
import type { Context } from '#platform/context.ts'
import { invalid, page, type Reply } from '#platform/web.tsx'
import { SheetPage } from '../pages/sheet.tsx'
import { showPath } from '../paths.ts'
import { oneOf, type Sheet } from '../sheet.ts'
import { headingOf, isOnePage, stepBefore } from '../step.ts'

export interface Asks {
  commissioner: string
  consultation: Consultation
  version: SurveyVersion
  /** The language or format that it is shown in; null as it was written. */
  variant: Variant | null
  /** The others to choose from, where someone begins. */
  others?: readonly Variant[]
}

/** The sheet for everyone who begins: the same for all, so that it says nothing of when it was drawn. */
export const drawFirst = (shown: Asks & { sheet: Sheet }): Reply => drawn(shown, '')

/** The sheet for one person. It carries when they first saw a page, or from now on where that was one for everyone. */
export async function drawSheet(ctx: Context, shown: Asks & { sheet: Sheet }): Promise<Reply> {
  const carried = oneOf(shown.sheet.body, arrivalFields.started)
  if (carried.includes('.')) return drawn(shown, carried)
  // Somebody who mends one mistake may be quick about it.
  return drawn(shown, hasMistakes(shown.sheet) ? '' : await stampOf(ctx))
}

const hasMistakes = ({ errors }: Sheet) => Object.keys(errors).length > 0

function drawn(shown: Asks & { sheet: Sheet }, stamp: string): Reply {
  const { commissioner, consultation, version, sheet } = shown
  const { answers } = readAnswers(version, sheet.body)
  const heading = isOnePage(version) ? 'Have your say' : headingOf(version, answers, sheet.step, 'Have your say')
  const title = `${heading}: ${consultation.title}`
  const html = <SheetPage {...shown} stamp={stamp} />
  if (hasMistakes(sheet)) return invalid(title, html, { keepsFiles: true })
  const isFirst = stepBefore(version, answers, sheet.step) === null
  return page(title, html, {
    scripts: ['arrival'],
    ...(isFirst && { back: { href: showPath({ commissioner, slug: consultation.slug }) } }),
  })
}
