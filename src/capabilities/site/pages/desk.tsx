import { type HintedLink, Links } from '#design'

interface Props {
  name: string
  /** What waits for someone, from every part of the house. */
  waiting: readonly HintedLink[]
  doors: readonly { door: string; about: string; links: readonly HintedLink[] }[]
}

/** Where the day's work begins: what waits, then every part of the desk in the order of the work. */
export const DeskPage = ({ name, waiting, doors }: Props) => (
  <>
    <h1 class="nhsuk-heading-l">
      <span class="nhsuk-caption-l">{name}</span> Today
    </h1>
    <Links links={waiting} />
    <div class="gt-doors">
      {doors.map(({ door, about, links }) => (
        <section class="gt-doors__door">
          <h2 class="nhsuk-heading-m nhsuk-u-margin-bottom-1">{door}</h2>
          <p class="nhsuk-u-margin-bottom-2">{about}</p>
          <Links links={links} />
        </section>
      ))}
    </div>
  </>
)
