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
    <p>
      Questions about your age, background or health are there to see whether we treat people fairly. You can skip each of them. We keep the
      answers apart from your other answers, and read them only as numbers.
    </p>
    <p>
      A program looks for words that may mean someone is in danger. Then a person on duty reads them first, and may ask others to help. It
      also looks for answers that were sent twice or by a robot. A person decides what to do, and we say how many we left out and why.
    </p>
    <h2 class="nhsuk-heading-m">If you stop, and come back later</h2>
    <p>
      If you save your answers, we keep them for 30 days or until the end, and then delete them. We keep your email address apart from them,
      and delete it when people can no longer answer. Nothing stays on your phone or computer.
    </p>
    <h2 class="nhsuk-heading-m">If you answer another way</h2>
    <ul class="nhsuk-list nhsuk-list--bullet">
      <li>On paper: two people type your form. We may keep a picture of it.</li>
      <li>By text message: we do not keep your number with what you said.</li>
      <li>With a photo or a paper: we take out where a photo was taken. Staff can open what you send.</li>
      <li>With an invitation: we know that it was used, and not which answers came with it.</li>
    </ul>
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
