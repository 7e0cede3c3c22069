import { paths } from '../paths.ts'

/** What we aim for, how we check it, and what to do when something does not work. */
export const AccessibilityPage = ({ commissioner }: { commissioner: { slug: string; name: string } }) => (
  <>
    <h1 class="nhsuk-heading-l">Accessibility</h1>
    <p>We want everyone to be able to use this website. You should be able to:</p>
    <ul class="nhsuk-list nhsuk-list--bullet">
      <li>make the text four times larger without losing any of it</li>
      <li>use every page with a keyboard, or by voice</li>
      <li>listen to every page with a screen reader</li>
      <li>use every page on a small phone, and print it</li>
      <li>do everything with JavaScript turned off</li>
    </ul>
    <p>
      We write in short, plain sentences.{' '}
      <a class="nhsuk-link" href={paths.words({ commissioner: commissioner.slug })}>
        Words that need explaining
      </a>{' '}
      are on a page of their own.
    </p>
    <h2 class="nhsuk-heading-m">If something does not work for you</h2>
    <p>
      Tell {commissioner.name} which page it is and what went wrong. You can ask for the questions on paper, in large print, in Easy Read or
      in another language, and you can ask someone to fill them in with you.
    </p>
    <h2 class="nhsuk-heading-m">How we check</h2>
    <p>
      We aim for level AA of the Web Content Accessibility Guidelines, version 2.2. Each change to this software is tested by a program,
      with a keyboard only, on a narrow screen and without JavaScript. A program finds only part of what can be wrong, so tell us what we
      missed.
    </p>
    <h2 class="nhsuk-heading-m">If you are not happy with our answer</h2>
    <p>
      The{' '}
      <a class="nhsuk-link" href="https://www.equalityadvisoryservice.com/">
        Equality Advisory and Support Service
      </a>{' '}
      can help you. The Equality and Human Rights Commission enforces the accessibility regulations of 2018 in England.
    </p>
  </>
)
