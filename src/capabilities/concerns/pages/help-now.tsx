import { Details } from '#design'

/** Where anyone finds help at once. Shown to everybody alike, so that it tells nobody what we read into their answers. */
export const HelpNow = () => (
  <Details summary="If you or someone else needs help now">
    <p>We may not read your answers for some days. If you need help now:</p>
    <ul class="nhsuk-list nhsuk-list--bullet">
      <li>
        call <a href="tel:999">999</a> if someone’s life is at risk, or someone is hurt or in danger now
      </li>
      <li>
        call <a href="tel:111">111</a> for urgent medical advice; for mental health, choose option 2
      </li>
      <li>
        call Samaritans on <a href="tel:116123">116 123</a> to talk to someone, at any time, free
      </li>
      <li>tell your council’s social services if you worry about a child or an adult who needs care</li>
    </ul>
  </Details>
)
