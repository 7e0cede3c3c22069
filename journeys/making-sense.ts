import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { slots } from '../src/app.ts'
import { draftConsultation, findConsultation, publishConsultation } from '../src/capabilities/consultations/index.ts'
import { receiveResponse } from '../src/capabilities/contributions/index.ts'
import { findReleasedSurvey, type Question, readAnswers } from '../src/capabilities/surveys/index.ts'
import { addDays } from '../src/platform/time.ts'
import { type Installation, slug } from './acts.ts'
import type { Walker } from './browser.ts'

export const title = 'Getting to the surgery'
export const desk = `/${slug}/desk`

const ways = { bus: 'By bus', car: 'By car', foot: 'On foot' }
const travel: Question = {
  key: 'q1',
  type: 'one-of',
  text: 'How do you get to the surgery?',
  options: Object.entries(ways).map(([value, label]) => ({ value, label })),
}
const home: Question = { key: 'home', type: 'postcode', text: 'What is your postcode?' }
const wish: Question = { key: 'q3', type: 'long-text', text: 'What would make it easier?' }

/** An open survey with a postcode and the equality questions: its building has been walked elsewhere. */
export async function beginSurvey({ place }: Installation, lead: Walker) {
  const { id, surveyId } = await place.within(slug, async (ctx) => {
    const draft = {
      kind: 'survey' as const,
      title,
      slug: 'getting-to-the-surgery',
      summary: 'The surgery moves to the old mill next year.',
      canChange: 'How you get there',
      cannotChange: 'That it moves',
      decides: 'The Board',
      opensOn: ctx.today,
      closesOn: addDays(ctx.today, 14),
      promise: 'linked' as const,
      questions: [travel, home, wish],
    }
    return findConsultation(ctx.db, await draftConsultation(ctx, draft))
  })
  await send(lead, `${desk}/surveys/${surveyId}/blocks`, { block: 'equality' })
  await place.within(slug, (ctx) => publishConsultation(ctx, id))
  return surveyId
}

/** What the form of a page would send, for what is done by the dozen and has been walked once. */
export async function send({ page }: Walker, address: string, form: Record<string, string>) {
  const reply = await page.request.post(address, { form, headers: { 'sec-fetch-site': 'same-origin' } })
  assert.equal(reply.status(), 200, `${address}: ${(await reply.text()).slice(0, 500)}`)
}

/** Small files, in layouts that are published: where three postcodes lie, how deprived that is, and who lives there. */
export async function bringInFiles({ place }: Installation) {
  const bring = (name: string, text: string, options: Record<string, string> = {}) =>
    slots.commands
      .find((command) => command.name === name)!
      .run({ ...place, open: () => Readable.from([Buffer.from(text)]) as never }, ['-'], { commissioner: slug, ...options })
  await bring('import places', 'lsoa21_code,IMD_rank,IMD_decile,ltla_code\nE01000001,9,1,X\nE01000002,900,2,X\nE01000003,30000,9,X\n')
  await bring('import places', 'pcds,lsoa21cd\nZZ1 1AA,E01000001\nZZ2 1AA,E01000002\nZZ9 1AA,E01000003\n')
  const source = 'Made up for this journey'
  await bring('import baseline', 'group,count\nFemale,5200\nMale,4800\n', { characteristic: 'sex', title: 'Sex in Testshire', source })
  const ages = 'group,count\nUnder 16,1000\n16 to 24,1500\n25 to 34,2000\n35 to 64,3500\n65 to 74,1000\n75 or over,1000\n'
  await bring('import baseline', ages, { characteristic: 'age', title: 'Age in Testshire', source })
}

const about = {
  Buses: [
    'The bus comes once an hour',
    'My bus does not stop near the mill',
    'The last bus leaves before my visit ends',
    'Two buses and a long walk from the bus stop',
  ],
  Parking: [
    'There is nowhere to park',
    'The car park is full by nine',
    'I drive round to find a parking space',
    'The parking costs too much',
  ],
  'Kind staff': [
    'The nurse was kind to me',
    'Kind nurses make it worth the way',
    'The nurses smile and are so kind',
    'A kind nurse rang me at home',
  ],
  Waiting: [
    'I wait too long to be seen',
    'The wait for a visit is three weeks',
    'We wait an hour past our time',
    'I had to wait on hold all morning',
  ],
}
const besides = ['when I bring my mother', 'on market days', 'since the winter', 'and my children come along']

export type Told = keyof typeof about

/** The theme that a comment of this journey speaks of. */
export const toldOf = (words: string): Told =>
  /nurse/i.test(words) ? 'Kind staff' : /\bwait/i.test(words) ? 'Waiting' : /\bpark/i.test(words) ? 'Parking' : 'Buses'

/** Sixty made-up people, more of them women, none of them old; most come by bus where people have least. */
export const sixtyAnswer = ({ place }: Installation, surveyId: string) =>
  place.within(slug, async (ctx) => {
    const version = (await findReleasedSurvey(ctx.db, surveyId))!
    const told = Object.values(about).flatMap((sentences) => sentences.flatMap((sentence) => besides.map((rest) => `${sentence} ${rest}.`)))
    for (let at = 0; at < 60; at += 1) {
      const where = at % 5 < 2 ? 'ZZ1 1AA' : at % 5 < 4 ? 'ZZ2 1AA' : 'ZZ9 1AA'
      const way = where === 'ZZ9 1AA' ? (at % 30 === 4 ? 'bus' : 'car') : ['bus', 'bus', 'foot', 'car'][Math.floor(at / 5) % 4]!
      const { answers, ok } = readAnswers(version, {
        q1: way,
        home: where,
        q3: told[(at * 7) % told.length]!,
        'equality-sex': at % 3 === 0 ? 'male' : 'female',
        'equality-age': ['16-to-24', '25-to-34', '35-to-44', '45-to-54', '55-to-64', '65-to-74'][at % 6]!,
      })
      assert.ok(ok)
      await receiveResponse(ctx, { version, answers, channel: 'web' })
    }
  })

/** One more member of staff who may code, so that a third can settle what two differ about. */
export const addAnalyst = ({ place }: Installation, email: string) =>
  slots.commands
    .find(({ name }) => name === 'staff add')!
    .run(place, [email], { commissioner: slug, role: ['analyst'], name: email.split('@')[0] })

/** Reach what opens by Tab alone, and open it. */
export async function unfold({ page, look }: Walker, text: string) {
  const wanted = await page.locator('summary', { hasText: text }).first().elementHandle({ timeout: 5000 })
  const isThere = () => wanted!.evaluate((element) => element === document.activeElement)
  for (let presses = 0; presses < 400 && !(await isThere()); presses += 1) await page.keyboard.press('Tab')
  assert.ok(await isThere(), `The keyboard reaches ${text}`)
  if (!(await wanted!.evaluate((element) => (element.parentElement as HTMLDetailsElement).open))) await page.keyboard.press('Enter')
  await look()
}

/** The worker does it meanwhile: look again until the page says so. */
export async function waitUntil({ page, sees }: Walker, says: RegExp) {
  for (let tries = 0; tries < 120; tries += 1) {
    if (says.test(await page.locator('main').innerText())) return
    await new Promise((soon) => setTimeout(soon, 500))
    await page.reload()
  }
  await sees(says)
}
