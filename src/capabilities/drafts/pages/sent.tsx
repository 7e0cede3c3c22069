export const SentPage = () => (
  <>
    <h1 class="nhsuk-heading-l">Check your email</h1>
    <p>We saved your answers and are sending you a link. Open it to go on where you stopped.</p>
    <p>You have not sent us your answers yet.</p>
    <h2 class="nhsuk-heading-m">If the email does not come</h2>
    <p>It can take a few minutes. Look among your junk email too.</p>
    <p>If the address was not right, go back in your browser to your answers and save them again.</p>
  </>
)
