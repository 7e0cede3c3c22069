import type { Capability } from '#platform/slots.ts'
import { answerRoutes } from './routes/answers.tsx'
import { receiptRoutes } from './routes/receipts.tsx'

export { keepAnswers } from './actions/keep-answers.ts'
export { type Contact, contactFields, contactFieldsOf, readContact } from './contact.ts'
export { ContactQuestions } from './pages/contact-questions.tsx'

export const forms: Capability = {
  name: 'forms',
  routes(web) {
    answerRoutes(web)
    receiptRoutes(web)
  },
}
