/** What a kiosk shows while there is nothing to answer. */
export const RestingPage = ({ title, isOver }: { title: string; isOver: boolean }) => (
  <div class="gt-kiosk">
    <h1 class="nhsuk-heading-xl">{title}</h1>
    <p class="nhsuk-lede-text">
      {isOver ? 'This is closed. Thank you to everyone who answered.' : 'This is not open yet. Please come back soon.'}
    </p>
  </div>
)
