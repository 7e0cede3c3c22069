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
  lasts: number
}

/** From nothing to a published consultation: what it says, three questions, the promise. */
export async function setOut(staff: Walker, { time }: Installation, { title, promise, lasts }: Plan) {
  const opens = londonDate(time.now)
  await staff.visit(`/${slug}/desk/consultations`)
  await staff.press('Set out a consultation')
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
  await staff.typeDate('The last day to answer', addDays(opens, lasts))
  await staff.choose(promise)
  await staff.press('Save draft')
  await staff.press('0 questions')
  await addQuestion(staff, 'Choose one answer', 'When could you come?', 'In the morning\nIn the evening', { other: true })
  await addQuestion(staff, 'Choose any number of answers', 'How would you book?', 'By phone\nOnline')
  await addQuestion(staff, 'A few words', 'Which clinic do you go to?')
  await addQuestion(staff, 'As much as they want to say', 'What would make it better?')
  await staff.press('See the questions as people will see them')
  await staff.visit(`/${slug}/desk/consultations`)
  await staff.press(title)
  await staff.press(/publish/i)
  await staff.press('Publish consultation')
}

async function addQuestion(staff: Walker, type: string, text: string, options?: string, { other = false } = {}) {
  await staff.press('Add a question')
  await staff.choose(type)
  await staff.press('Continue')
  await staff.type('Question', text)
  if (options) await staff.type('Answers to choose from', options)
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
