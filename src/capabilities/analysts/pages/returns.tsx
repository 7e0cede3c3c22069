import { Button, DateInLondon, Facts } from '#design'
import type { Package, Return } from '../package.ts'
import { paths } from '../paths.ts'

interface Props {
  commissioner: string
  pack: Package
  returns: readonly Return[]
  mayAccept: boolean
}

/** What came back. None of it counts until it is accepted, and one return of a package is. */
export const Returns = ({ commissioner, pack, returns, mayAccept }: Props) => {
  const isSettled = returns.some(({ acceptedAt }) => acceptedAt !== null)
  return (
    <>
      <h2 class="nhsuk-heading-m">What was returned</h2>
      {returns.length === 0 && <p>Nothing yet.</p>}
      {returns.map((one, at) => {
        const here = { commissioner, id: pack.id, return: one.id }
        return (
          <section aria-labelledby={`return-${at}`}>
            <h3 class="nhsuk-heading-s" id={`return-${at}`}>
              Return of <DateInLondon at={one.returnedAt} />
            </h3>
            <Facts
              facts={[
                { name: 'Comments decided about', value: one.comments.toLocaleString('en-GB') },
                { name: 'Codings', value: one.codings.toLocaleString('en-GB') },
                { name: 'Sentiments', value: one.sentiments.toLocaleString('en-GB') },
                one.newThemes.length > 0 && { name: 'New themes', value: one.newThemes.join('; ') },
                {
                  name: 'Counts',
                  value: one.acceptedAt ? (
                    <>
                      Yes, accepted <DateInLondon at={one.acceptedAt} />
                    </>
                  ) : (
                    'No, it is not accepted'
                  ),
                },
              ]}
            />
            {one.reportFileId && (
              <p>
                <a class="nhsuk-link" href={paths.report(here)}>
                  Save the report
                </a>
              </p>
            )}
            {mayAccept && !isSettled && (
              <form method="post" action={paths.acceptance(here)} novalidate>
                <p>If you accept it, its codings count as those of one more coder. New themes are added.</p>
                <Button text="Accept this return" preventDoubleClick />
              </form>
            )}
          </section>
        )
      })}
    </>
  )
}
