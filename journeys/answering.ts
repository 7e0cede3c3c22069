import assert from 'node:assert/strict'
import { findPublishedConsultation } from '../src/capabilities/consultations/index.ts'
import { receiveResponse } from '../src/capabilities/contributions/index.ts'
import { findReleasedSurvey, readAnswers } from '../src/capabilities/surveys/index.ts'
import { addQuestion, type Installation, slug } from './acts.ts'
import type { Walker } from './browser.ts'

export const title = 'Getting here'
export const publicPage = `/${slug}/consultations/getting-here`

/** Three pages: one question only for some, a table, an order, an earlier answer repeated, and room for a file. */
export async function askAboutGettingHere(author: Walker) {
  const choices = 'Answers to choose from'
  await addQuestion(author, 'Choose one answer', 'How do you get here?', { lists: { [choices]: 'By bus\nBy car\nOn foot' } })
  await addQuestion(author, 'A few words', 'Where do you park?')
  await startPage(author, 'Where do you park', 'Your way here')
  await author.press(/^Who is asked.*Where do you park/)
  await author.press('Choose the answers')
  await author.choose('By car')
  await author.press('Add this condition')
  await author.press('Back to the questions')
  await addQuestion(author, 'A table: the same choice for several things', 'How good are these?', {
    lists: { 'Things to ask about': 'Signs\nParking', 'Answers to choose from for each': 'Good\nPoor' },
  })
  await addQuestion(author, 'Put things in order', 'What matters most?', {
    lists: { 'Things to put in order': 'Shorter waits\nLonger hours\nA nearer place' },
  })
  await startPage(author, 'What matters most', 'What matters')
  await addQuestion(author, 'As much as they want to say', 'You come {q1}. What would make it easier?')
  await addQuestion(author, 'A file: a picture or a document', 'Can you show us?')
}

async function startPage(author: Walker, question: string, heading: string) {
  await author.press(new RegExp(`^Page.*${question}`))
  await author.choose('Start a new page here')
  await author.type(/Title of the page/, heading)
  await author.press('Save')
}

const words = 'A seat at the bus stop, and a light by the gate. My mother waits there in the dark.'

/** Page by page, back again and on another way, to the last page of questions; a file that is not what it says is refused there. */
export async function answerPageByPage(person: Walker) {
  await person.visit(`/${slug}`)
  await person.press(title)
  await person.press('Have your say')
  await person.sees('page 1 of')
  await person.choose('By car')
  await person.press('Continue')
  await person.type(/Where do you park/, 'Behind the church')
  await person.press('Back')
  assert.ok(await person.page.getByLabel('By car').isChecked(), 'what was chosen is there on the way back')
  await person.choose('By bus')
  await person.press('Continue')
  await person.doesNotSee('Where do you park?')
  await person.press('Back')
  await person.choose('By car')
  await person.press('Continue')
  await keeps(person, /Where do you park/, 'Behind the church')
  await person.choose(/Signs: Poor/)
  await person.choose(/Parking: Good/)
  await person.press('Continue')
  await person.sees('You come By car. What would make it easier?')
  await person.select('Shorter waits', '2nd')
  await person.select('A nearer place', '1st')
  await person.type(/What would make it easier/, words)
  await person.attach(/Can you show us/, { name: 'gate.jpg', bytes: 'MZ and not a picture at all' })
  await person.press('Continue')
  await person.sees('There is a problem')
  const field = person.page.getByLabel(/Can you show us/)
  const says = person.page.locator(`[id="${(await field.getAttribute('aria-describedby'))?.split(' ').at(-1)}"]`)
  assert.match((await says.textContent()) ?? '', /Error/, 'the mistake stands beside the field')
  await keeps(person, /What would make it easier/, words)
  await keeps(person, 'A nearer place', '1')
}

const keeps = async (person: Walker, label: string | RegExp, value: string) =>
  assert.equal(await person.page.getByLabel(label).first().inputValue(), value, `${label} is kept as it was given`)

export async function saveForLater(person: Walker, email: string) {
  await person.press('Save and come back later')
  await person.press('Save and send me a link')
  await person.sees('There is a problem')
  await person.type('Your email address', email)
  await person.press('Save and send me a link')
  await person.sees('Check your email')
}

/** Opening the link shows a button; the button opens the page that was left. Then on to the end, and the receipt. */
export async function returnAndSend(person: Walker, link: string) {
  await person.visit(link)
  await person.sees('You have not sent them to us yet')
  await person.press('Continue your answers')
  await keeps(person, /What would make it easier/, words)
  await keeps(person, 'Shorter waits', '2')
  await person.press('Continue')
  await person.sees('About you')
  await person.choose(/You may show my words/)
  await person.press('Continue')
  await person.sees('Nothing is sent yet')
  await person.sees('Behind the church')
  await person.press('Send your answers')
  await person.sees('We have your answers')
}

export async function keepTheReceipt(person: Walker) {
  const link = person.page.getByRole('link', { name: /Download your receipt/ })
  const copy = await person.page.context().request.get((await link.getAttribute('href')) ?? '')
  assert.equal(copy.headers()['content-type'], 'application/pdf')
  assert.equal((await copy.body()).subarray(0, 5).toString(), '%PDF-')
}

export async function changeOneAnswer(person: Walker) {
  await person.press('Change your answers')
  await person.press(/Change.*Your way here/)
  await person.choose(/Signs: Good/)
  await person.press('Continue')
  await person.sees('Signs: Good')
  await person.press('Send your answers')
  await person.sees('We have your answers')
  await person.sees('Signs: Good')
}

const letter =
  'Please keep the late bus on the hill road, because without it nobody who works until six can reach the clinic before the doors are locked. The next clinic is nine miles away, and a taxi there and back costs more than most of us earn in a morning'

/** One text that was handed round: most send it as it is, some with a line of their own. */
export const sendTheSameText = ({ place }: Installation, people: number) =>
  place.within(slug, async (ctx) => {
    const { surveyId } = await findPublishedConsultation(ctx.db, 'getting-here')
    const version = (await findReleasedSurvey(ctx.db, surveyId))!
    const [way, , , , why] = version.questions
    const bus = way!.options!.find(({ label }) => label === 'By bus')!.value
    for (let at = 0; at < people; at += 1) {
      const added = at % 3 === 0 ? ` My neighbour at number ${at + 1} says so too.` : ''
      const { answers } = readAnswers(version, { [way!.key]: bus, [why!.key]: `${letter}.${added}` })
      await receiveResponse(ctx, { version, answers, channel: 'web' })
    }
  })
