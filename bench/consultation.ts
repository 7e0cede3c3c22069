import { draftConsultation, publishConsultation } from '#capabilities/consultations'
import { addDays } from '../src/platform/time.ts'
import type { BenchHouse } from './house.ts'

const choice = (label: string) => ({ value: label.toLowerCase().replaceAll(' ', '-'), label })

/** One open consultation with five questions, as a practice that moves would ask them. */
export async function openConsultation(house: BenchHouse) {
  await house.within(async (ctx) => {
    const id = await draftConsultation(ctx, {
      title: 'Moving the walk-in clinic',
      slug: 'clinic',
      summary: 'The lease of the clinic in Mill Street ends next year.\n\nWe could move it to the hospital, or to the old library.',
      canChange: 'Where the clinic goes, when it opens, and how you get there.',
      cannotChange: 'The lease in Mill Street ends whatever we decide.',
      decides: 'The primary care committee',
      opensOn: addDays(ctx.today, -7),
      closesOn: addDays(ctx.today, 30),
      promise: 'anonymous',
      questions: [
        {
          key: 'how-often',
          type: 'one-of',
          text: 'How often do you use it?',
          options: ['Every week', 'Every month', 'Less often'].map(choice),
        },
        {
          key: 'travel',
          type: 'some-of',
          text: 'How do you get there?',
          options: ['On foot', 'By bus', 'By car'].map(choice),
          other: true,
        },
        { key: 'where', type: 'one-of', text: 'Where should it go?', options: ['The hospital', 'The library'].map(choice) },
        { key: 'why', type: 'long-text', text: 'Why do you say so?' },
        { key: 'else', type: 'short-text', text: 'Is there anything else?' },
      ],
    })
    await publishConsultation(ctx, id)
  })
  return '/benchshire/consultations/clinic'
}

/** What one person sends. */
export const answers = new URLSearchParams([
  ['how-often', 'every-month'],
  ['travel', 'on-foot'],
  ['travel', 'by-bus'],
  ['where', 'the-library'],
  ['why', 'I cannot drive, and two buses go past the library. The hospital is an hour away for me and I go there only when I must.'],
  ['else', 'Thank you for asking us.'],
]).toString()
