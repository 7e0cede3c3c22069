import { Button, DateInLondon, Facts, formatDate } from '#design'
import { type Package, type Return, stateOf } from '../package.ts'
import { paths } from '../paths.ts'
import { StateTag } from './state-tag.tsx'

interface Props {
  commissioner: string
  pack: Package
  returns: readonly Return[]
  today: string
}

/** A package as its analyst sees it. */
export const OwnPage = ({ commissioner, pack, returns, today }: Props) => {
  const state = stateOf(pack, today)
  const here = { commissioner, id: pack.id }
  return (
    <>
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">Analysis package</span> {pack.title}
      </h1>
      <Facts
        facts={[
          { name: 'How it is', value: <StateTag state={state} /> },
          { name: 'What for', value: pack.purpose },
          { name: 'Agreement', value: pack.agreement },
          { name: 'Access', value: `${formatDate(pack.startsOn)} to ${formatDate(pack.endsOn)}` },
        ]}
      />
      {state === 'open' && (
        <>
          <p>Each time you open this page or download the package, we write down that you did. README.txt in it says what is there.</p>
          <form method="post" action={paths.download(here)}>
            <Button text="Download the package" />
          </form>
          <p>
            <a class="nhsuk-link" href={paths.handBack(here)}>
              Return what you found
            </a>
          </p>
        </>
      )}
      {returns.length > 0 && (
        <>
          <h2 class="nhsuk-heading-m">What you returned</h2>
          <ul class="nhsuk-list nhsuk-list--bullet">
            {returns.map(({ returnedAt, comments, acceptedAt }) => (
              <li>
                <DateInLondon at={returnedAt} />: {comments.toLocaleString('en-GB')} comments
                {acceptedAt ? ', accepted' : ''}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
