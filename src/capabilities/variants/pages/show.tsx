import { Button, Details, Facts, type Happening, History } from '#design'
import { paths } from '../paths.ts'
import type { TextPlace } from '../text-place.ts'
import { hasRecordings, hasWords, kindNames, type Variant } from '../variant.ts'

interface Props {
  here: { commissioner: string; id: string; code: string }
  variant: Variant
  missing: readonly TextPlace[]
  responses: number
  mayMake: boolean
  happenings: readonly Happening[]
}

/** One language or format: what there is of it, what is missing, and whether people can choose it. */
export const ShowPage = ({ here, variant, missing, responses, mayMake, happenings }: Props) => (
  <>
    <h1 class="nhsuk-heading-l" lang={variant.language}>
      {variant.name}
    </h1>
    <Facts
      facts={[
        { name: 'Kind', value: kindNames[variant.kind] },
        variant.kind === 'language' && { name: 'Language code', value: variant.language },
        { name: 'Where it stands', value: variant.offered ? 'People can choose it' : 'Not offered yet' },
        hasWords(variant.kind) && { name: 'Texts to write', value: missing.length },
        hasRecordings(variant.kind) && { name: 'Recordings', value: Object.keys(variant.recordings).length },
        { name: 'Responses given on it', value: responses },
      ]}
    />
    {missing.length > 0 && hasWords(variant.kind) && (
      <Details summary={`What is missing: ${missing.length} texts`}>
        <p>Where words are missing, people read the English ones.</p>
        <ul class="nhsuk-list nhsuk-list--bullet">
          {missing.map(({ what, original }) => (
            <li>
              {what}: “{original}”
            </li>
          ))}
        </ul>
      </Details>
    )}
    {mayMake && (
      <div class="nhsuk-button-group">
        {hasWords(variant.kind) && <Button text="Write the words" variant="secondary" href={paths.texts(here)} />}
        {hasRecordings(variant.kind) && <Button text="Add recordings" variant="secondary" href={paths.recordings(here)} />}
        {variant.offered ? (
          <Button text="Stop offering it" variant="secondary" href={paths.withdrawal(here)} />
        ) : (
          <Button text="Offer it to people" href={paths.offer(here)} />
        )}
      </div>
    )}
    <History happenings={happenings} />
  </>
)
