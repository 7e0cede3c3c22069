import { ActionLink, Empty, formatDate, Table } from '#design'
import { type Package, stateOf } from '../package.ts'
import { paths } from '../paths.ts'
import { StateTag } from './state-tag.tsx'

interface Props {
  commissioner: string
  packages: readonly Package[]
  names: ReadonlyMap<string, string>
  today: string
  mayMake: boolean
}

/** Every package, and who may take it until when. */
export const ListPage = ({ commissioner, packages, names, today, mayMake }: Props) => (
  <>
    <h1 class="nhsuk-heading-l">Independent analysis</h1>
    <p>An analysis package gives someone from outside the answers they need, without who gave them. They see nothing else.</p>
    {mayMake && <ActionLink href={paths.add({ commissioner })} text="Make an analysis package" />}
    {packages.length === 0 ? (
      <Empty>There are no analysis packages yet.</Empty>
    ) : (
      <Table
        responsive
        caption={{ text: 'Analysis packages', classes: 'nhsuk-u-visually-hidden' }}
        head={['Package', 'Analyst', 'Until', 'How it is']}
        rows={packages.map((pack) => [
          {
            html: (
              <a class="nhsuk-link" href={paths.show({ commissioner, id: pack.id })}>
                {pack.title}
              </a>
            ),
          },
          { text: names.get(pack.analystId) ?? 'Someone who left' },
          { text: formatDate(pack.endsOn) },
          { html: <StateTag state={stateOf(pack, today)} /> },
        ])}
      />
    )}
  </>
)
