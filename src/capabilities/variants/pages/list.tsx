import { ActionLink, Empty, Table, Tag } from '#design'
import { paths } from '../paths.ts'
import { kindNames, type Variant } from '../variant.ts'

interface Props {
  here: { commissioner: string; id: string }
  title: string
  variants: readonly Variant[]
  /** How many responses were given to each, by its code; '' for the questions as they were written. */
  reach: ReadonlyMap<string, number>
  missing: ReadonlyMap<string, number>
  mayMake: boolean
}

/** In which languages and formats people can answer, and how many did in each. */
export const ListPage = ({ here, title, variants, reach, missing, mayMake }: Props) => (
  <>
    <h1 class="nhsuk-heading-l">
      <span class="nhsuk-caption-l">{title}</span> Languages and formats
    </h1>
    <p>Each asks the same questions, so all the answers are counted together.</p>
    {mayMake && <ActionLink href={paths.add(here)} text="Add a language or format" />}
    {variants.length === 0 ? (
      <Empty>People can answer in English on the usual page. Add a language, Easy Read, large print, audio or British Sign Language.</Empty>
    ) : (
      <Table
        responsive
        caption={{ text: 'Languages and formats', size: 'm' }}
        head={['Name', 'Kind', 'Where it stands', { text: 'Responses', format: 'numeric' }]}
        rows={[
          [
            { text: 'As the questions were written' },
            { text: 'English' },
            { text: 'Offered' },
            { text: count(reach.get('')), format: 'numeric' },
          ],
          ...variants.map((variant) => [
            {
              html: (
                <a class="nhsuk-link" href={paths.show({ ...here, code: variant.code })} lang={variant.language}>
                  {variant.name}
                </a>
              ),
            },
            { text: kindNames[variant.kind].split(':')[0] },
            {
              html: (
                <>
                  {variant.offered ? <Tag text="Offered" colour="green" /> : <Tag text="Not offered" colour="grey" />}{' '}
                  {missing.get(variant.code) ? `${count(missing.get(variant.code))} texts to write` : ''}
                </>
              ),
            },
            { text: count(reach.get(variant.code)), format: 'numeric' as const },
          ]),
        ]}
      />
    )}
  </>
)

const count = (number = 0) => number.toLocaleString('en-GB')
