import { ActionLink, DateInLondon, Empty, Links } from '#design'
import type { Answerable } from '../entry.ts'
import { paths } from '../paths.ts'

interface Props {
  commissioner: string
  open: readonly Answerable[]
  /** Closed a few days ago: what was sent in time may still be entered. */
  late: readonly Answerable[]
  mayRunTexts: boolean
}

/** Where staff begin to type in what reached us otherwise than on the website. */
export const HomePage = ({ commissioner, open, late, mayRunTexts }: Props) => (
  <>
    <h1 class="nhsuk-heading-l">Enter answers</h1>
    <p>
      For people who answer by telephone, with our help, by email or letter, or at an event. What you enter counts like any other answer.
    </p>
    {open.length + late.length === 0 && <Empty>Nothing is open. When a consultation opens, you can enter answers to it here.</Empty>}
    <List heading="Open now" of={open} commissioner={commissioner} />
    <List heading="Closed a short time ago" of={late} commissioner={commissioner} />
    {mayRunTexts && <ActionLink text="Text messages" href={paths.texts({ commissioner })} />}
  </>
)

const List = ({ heading, of, commissioner }: { heading: string; of: readonly Answerable[]; commissioner: string }) =>
  of.length === 0 ? (
    <></>
  ) : (
    <>
      <h2 class="nhsuk-heading-m">{heading}</h2>
      <ul class="nhsuk-list gt-list">
        {of.map(({ id, title, closesOn, closedEarlyAt }) => (
          <li>
            <a class="nhsuk-link" href={paths.list({ commissioner, id })}>
              {title}
            </a>
            <br />
            {closedEarlyAt ? (
              <>
                Closed early on <DateInLondon at={closedEarlyAt} />
              </>
            ) : (
              <>
                Last day: <DateInLondon on={closesOn} />
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  )

/** Which way the answers came: each leads to its form. */
export const Ways = ({ ways }: { ways: readonly { text: string; href: string }[] }) => <Links heading="Enter what came" links={ways} />
