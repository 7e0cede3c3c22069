import { paths } from '../paths.ts'

export const StaffAskedPage = ({ commissioner }: { commissioner: string }) => (
  <Asked again={{ href: paths.signIn({ commissioner }), text: 'ask for another link' }}>
    If this is the address of someone who works here, we have sent a link to it. It works once, for 15 minutes.
  </Asked>
)

export const PersonAskedPage = ({ commissioner }: { commissioner: string }) => (
  <Asked again={{ href: paths.meSignIn({ commissioner }), text: 'ask for another link' }}>
    If you gave us this address before, we have sent a link to it. It works once, for 30 days.
  </Asked>
)

export const NewsAskedPage = ({ commissioner }: { commissioner: string }) => (
  <Asked again={{ href: paths.news({ commissioner }), text: 'join again' }}>
    We have sent a link to the address you gave. Open it to confirm that the address is yours. We send no news before that.
  </Asked>
)

/** The same for everyone, whether we know the address or not. */
const Asked = ({ children, again }: { children: string; again: { href: string; text: string } }) => (
  <>
    <h1 class="nhsuk-heading-l">Check your email</h1>
    <p>{children}</p>
    <p>It can take a few minutes to arrive. Look in your spam folder too.</p>
    <p>
      No email? Check the address, then{' '}
      <a class="nhsuk-link" href={again.href}>
        {again.text}
      </a>
      .
    </p>
  </>
)
