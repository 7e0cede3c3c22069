import { consentWordings } from '#capabilities/people'
import { contactPromises, promiseSentences } from '#capabilities/surveys'

const promiseHeadings = { named: 'You can give your name', linked: 'You can ask to be told', anonymous: 'You stay unknown' } as const

/** What we keep, why, and what a person can do about it. */
export const PrivacyPage = ({ name }: { name: string }) => (
  <>
    <h1 class="nhsuk-heading-l">What we keep and why</h1>
    <p>{name} asks people what they think before it decides. This page says what we keep when you tell us.</p>
    <h2 class="nhsuk-heading-m">Your answers</h2>
    <p>
      We keep what you tick and what you write, the day you sent it, and the questions as they were. We need them to decide well, and to
      show later that we listened. Staff who work on the decision read them.
    </p>
    <p>Leave out your name, and other people’s names. If we see a name in your words, we take it out before others read them.</p>
    <h2 class="nhsuk-heading-m">Who you are</h2>
    <p>
      Each set of questions makes one of three promises. You read it before you answer. Once someone has answered, we can only make it
      stricter.
    </p>
    {contactPromises.map((promise) => (
      <>
        <h3 class="nhsuk-heading-s">{promiseHeadings[promise]}</h3>
        <p>{promiseSentences[promise]}</p>
      </>
    ))}
    <h2 class="nhsuk-heading-m">What you can agree to</h2>
    <p>
      You do not have to agree to any of these. We keep the exact words you agreed to, and the date. You can change your mind at any time.
    </p>
    <ul class="nhsuk-list nhsuk-list--bullet">
      {Object.values(consentWordings).map((wording) => (
        <li>{wording}</li>
      ))}
    </ul>
    <h2 class="nhsuk-heading-m">What we never do</h2>
    <ul class="nhsuk-list nhsuk-list--bullet">
      <li>We do not publish your name or your email address.</li>
      <li>We do not show your words to the public unless you said that we may.</li>
      <li>We do not publish a number so small that someone could be picked out.</li>
      <li>We do not use adverts, follow you around the internet, or sell anything.</li>
    </ul>
    <h2 class="nhsuk-heading-m">Cookies</h2>
    <p>We set one cookie, and only when someone signs in. You can answer without signing in.</p>
    <h2 class="nhsuk-heading-m">Your rights</h2>
    <p>
      You can ask us what we hold about you, to correct it, or to delete it. If your answers are anonymous, we need your receipt number to
      find them. If you are not happy with our answer, you can complain to the Information Commissioner’s Office.
    </p>
  </>
)
