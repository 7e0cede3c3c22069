import { Empty } from '#design'
import { paths } from '../paths.ts'

/** The first page of the installation: whose it is. */
export const FrontPage = ({ commissioners }: { commissioners: readonly { slug: string; name: string }[] }) => (
  <>
    <h1 class="nhsuk-heading-l">Have your say about your local NHS</h1>
    <p class="nhsuk-lede-text">Tell the people who plan your health care what you think, and see what came of it.</p>
    {commissioners.length === 0 ? (
      <Empty>There is no commissioner here yet. Whoever runs this installation adds the first one.</Empty>
    ) : (
      <>
        <h2 class="nhsuk-heading-m">Choose your area</h2>
        <ul class="nhsuk-list gt-list">
          {commissioners.map(({ slug, name }) => (
            <li>
              <a class="nhsuk-link" href={paths.home({ commissioner: slug })}>
                {name}
              </a>
            </li>
          ))}
        </ul>
      </>
    )}
  </>
)
