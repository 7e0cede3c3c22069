export const title = 'These saved answers are not here any more'

/** What someone sees whose saved answers have gone. */
export const SavedOverPage = () => (
  <>
    <h1 class="nhsuk-heading-l">{title}</h1>
    <p>You may have sent them to us already. Or their time is over: we keep saved answers for 30 days, or until the survey closes.</p>
    <p>Check that the link is complete. If you saved your answers more than once, try the link in our last message to you.</p>
    <p>While the survey is open, you can answer it again from the start.</p>
  </>
)
