import assert from 'node:assert/strict'
import { slots } from '../src/app.ts'
import { draftConsultation, publishConsultation } from '../src/capabilities/consultations/index.ts'
import { addDays, londonDate } from '../src/platform/time.ts'
import type { Walker } from './browser.ts'
import type { openInstallationForJourney } from './installation.ts'

export type Installation = Awaited<ReturnType<typeof openInstallationForJourney>>

export const slug = 'testshire'

/** A commissioner, and one member of staff of each kind, as an operator would add them. */
export async function settle({ place }: Installation) {
  await place.addCommissioner(slug, 'NHS Testshire')
  const command = slots.commands.find(({ name }) => name === 'staff add')!
  const links: Record<string, string> = {}
  for (const [email, role] of [
    ['ada@example.org', 'engagement lead'],
    ['ann@example.org', 'analyst'],
    ['abe@example.org', 'approver'],
    ['audrey@example.org', 'auditor'],
  ] as const) {
    const { json } = await command.run(place, [email], { commissioner: slug, role: [role], name: email.split('@')[0] })
    links[role] = new URL((json as { link: string }).link).pathname
  }
  return links
}

/** Ask for a link by email, and open it: a mail scanner's GET spends nothing, the button does. */
export async function signInByMail(staff: Walker, { postOffice }: Installation, email: string) {
  const after = postOffice.letters.length
  await staff.visit(`/${slug}/desk/consultations`)
  await staff.type('Your email address', email)
  await staff.press('Send me a link')
  const { link } = await postOffice.letterTo(email, { after })
  await staff.visit(link)
  await staff.press(/sign in/i)
}

export interface Plan {
  title: string
  promise: RegExp
  /** How many days people have, where it is not the usual twelve weeks. */
  lasts?: number
  /** Writes the questions, from the page where they are built. */
  ask?: (author: Walker) => Promise<void>
}

/** From nothing to a published formal consultation. Publishing is refused until nothing is missing, and each missing thing is a link to its page. */
export async function setOut(staff: Walker, { time }: Installation, { title, promise, lasts, ask = askAboutTheClinic }: Plan) {
  const opens = londonDate(time.now)
  await staff.visit(`/${slug}/desk/consultations`)
  await staff.press('Set out a consultation')
  await staff.choose('Formal consultation')
  await staff.press('Continue')
  await staff.type('Title', title)
  await staff.press('Save draft')
  await staff.sees('There is a problem')
  await staff.type(
    'What it is about',
    'The clinic is open on weekday mornings. We plan to open it on two evenings instead.\n\nNothing has been decided.',
  )
  await staff.type('What can change', 'Which evenings\nHow you book')
  await staff.type('What cannot change', 'How many nurses there are')
  await staff.type('Who decides', 'The primary care committee, in a meeting that anyone can watch.')
  await staff.typeDate('The day it opens', opens)
  if (lasts) await staff.typeDate('The last day to answer', addDays(opens, lasts))
  await staff.choose(promise)
  await staff.press('Save draft')

  const record = new URL(staff.page.url()).pathname
  await isRefused(staff, record)
  await staff.press('The options, or why there are none yet')
  await setOutOptions(staff)
  await staff.doesNotSee('The options, or why there are none yet')
  await setOutInvolvement(staff)
  await attachDocuments(staff, record)
  await giveReasons(staff)
  await promiseFeedback(staff, addDays(opens, lasts ?? 84))
  await sayWhoCanAnswer(staff)
  await staff.press('0 questions')
  await ask(staff)
  await staff.press('See the questions as people will see them')
  await staff.visit(record)
  await staff.doesNotSee('What is missing')
  await staff.press('Publish')
  await staff.press('Publish consultation')
  await staff.sees('It closes by itself')
}

/** Nothing offers to publish it yet, and whoever goes to that page all the same comes back to what is missing, each thing with a link. */
async function isRefused(staff: Walker, record: string) {
  const main = staff.page.getByRole('main')
  await staff.visit(`${record}/publication`)
  await staff.sees('A formal consultation cannot be published without these')
  assert.equal(await main.getByRole('button', { name: 'Publish' }).count(), 0)
  const missing = main.locator('li', { has: staff.page.locator('br') }).getByRole('link')
  assert.ok((await missing.count()) > 10, 'everything that is missing is a link')
}

async function setOutOptions(staff: Walker) {
  const evenings = 'Option 1'
  await staff.type('What it is, in a few words', 'Two evenings', evenings)
  await staff.type('What it would mean for people', 'You can come after work on two days.', evenings)
  await staff.choose('We prefer this option as things stand')
  await staff.type('Why you prefer it, if you do', 'Most people who miss a visit say that they were at work.', evenings)
  await staff.type('What it is, in a few words', 'As it is now', 'Option 2')
  await staff.type('What you thought of and do not propose', 'Saturdays', 'Set aside 1')
  await staff.type('Why it was set aside', 'The building is let to others on Saturdays.', 'Set aside 1')
  await staff.press('Save')
}

async function setOutInvolvement(staff: Walker) {
  await staff.press('How people were involved before')
  await staff.type('What was done', 'Three talks in the waiting room', 'Time 1')
  await staff.type('When', 'Last spring', 'Time 1')
  await staff.type('With whom', 'Forty people who came to the clinic', 'Time 1')
  await staff.type('What it changed', 'We had planned one evening. They asked for two.', 'Time 1')
  await staff.press('Save')
}

/** One document lies about what it is, and is refused beside its field; the title that was typed is still there. */
async function attachDocuments(staff: Walker, record: string) {
  await staff.press('Documents')
  await staff.type('Title', 'Notes of the three talks')
  await staff.select('What it is', 'Evidence of how people were involved before')
  await staff.attach('File', { name: 'notes.pdf', bytes: 'MZ and not a PDF at all' })
  await staff.press('Add document')
  await staff.sees('There is a problem')
  assert.equal(await staff.page.getByLabel('Title', { exact: true }).inputValue(), 'Notes of the three talks')
  await staff.attach('File', { name: 'notes.pdf', bytes: '%PDF-1.4\n%%EOF' })
  await staff.press('Add document')
  await staff.type('Title', 'Who would gain and who would lose')
  await staff.select('What it is', 'Equality impact assessment')
  await staff.attach('File', { name: 'equality.pdf', bytes: '%PDF-1.4\n%%EOF' })
  await staff.press('Add document')
  await staff.visit(record)
}

async function giveReasons(staff: Walker) {
  await staff.press('Impact assessments, and what is not attached')
  await staff.type('Why there is no quality impact assessment', 'Care itself stays as it is.')
  await staff.type('Why there is no data protection impact assessment', 'Nothing new is kept about anyone.')
  await staff.type('Why there is no document with the proposal in full', 'This page says all of it.')
  await staff.press('Save')
  const isAsked = (what: RegExp) => staff.page.getByRole('link', { name: what }).count()
  const [isShort, isBeforeElection] = [await isAsked(/less than twelve weeks/), await isAsked(/pre-election/)]
  await staff.press('Time to answer')
  if (isShort) await staff.type('Why people have less than twelve weeks', 'The lease of the rooms has to be signed within the month.')
  if (isBeforeElection) await staff.type('Why it opens and is promoted before an election', 'The lease of the rooms runs out meanwhile.')
  await staff.press('Save')
}

async function promiseFeedback(staff: Walker, lastDay: string) {
  await staff.press('The decision, and telling people')
  await staff.choose('The decision has not been made, and what people say can change it')
  await staff.typeDate('The earliest day of the decision', addDays(lastDay, 21))
  await staff.choose('The page will say so')
  await staff.typeDate('The day by which you will tell people what came of it', addDays(lastDay, 60))
  await staff.type('How you will tell them', 'On this page, and by email to those who asked.')
  await staff.press('Save')
}

async function sayWhoCanAnswer(staff: Walker) {
  await staff.press('Who can answer, and how')
  await staff.type('Whom it asks something of', 'People who come to the clinic')
  await staff.type('Other ways to answer', 'Ask for a paper form at the desk of the clinic.')
  await staff.type('Working days to send another format', '5')
  await staff.press('Save')
}

async function askAboutTheClinic(staff: Walker) {
  await addQuestion(staff, 'Choose one answer', 'When could you come?', {
    lists: { 'Answers to choose from': 'In the morning\nIn the evening' },
    other: true,
  })
  await addQuestion(staff, 'Choose any number of answers', 'How would you book?', {
    lists: { 'Answers to choose from': 'By phone\nOnline' },
  })
  await addQuestion(staff, 'A few words', 'Which clinic do you go to?')
  await addQuestion(staff, 'As much as they want to say', 'What would make it better?')
}

/** Add a question from the page where they are built. `lists` are typed one thing on a line, by their labels. */
export async function addQuestion(
  staff: Walker,
  type: string,
  text: string,
  { lists = {}, other = false }: { lists?: Record<string, string>; other?: boolean } = {},
) {
  await staff.press('Add a question')
  await staff.choose(type)
  await staff.press('Continue')
  await staff.type('Question', text)
  for (const [label, lines] of Object.entries(lists)) await staff.type(label, lines)
  if (other) await staff.choose(/Something else/)
  await staff.press(/add|save/i)
}

/** The same by the front door, for the two whose building has been seen already. */
export const setOutUnseen = ({ place }: Installation, { title, promise }: { title: string; promise: 'named' | 'anonymous' }) =>
  place.within(slug, async (ctx) => {
    const id = await draftConsultation(ctx, {
      title,
      slug: title.toLowerCase().replaceAll(' ', '-'),
      summary: 'The clinic needs a name and its walls need paint.',
      canChange: 'Both',
      cannotChange: 'Nothing',
      opensOn: ctx.today,
      closesOn: addDays(ctx.today, 14),
      promise,
      questions: [{ key: 'q1', type: 'long-text', text: 'What do you think?' }],
    })
    await publishConsultation(ctx, id)
  })
