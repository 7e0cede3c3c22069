import { ActionLink, Button, Empty, formatDate, Input, Pager, Select, Table, Tag } from '#design'
import { isClosed, kindNames, type Organisation, organisationKinds } from '../organisation.ts'
import { paths } from '../paths.ts'

interface Props {
  commissioner: string
  organisations: readonly Organisation[]
  looking: { words?: string | undefined; kind?: string | undefined; after?: string | undefined }
  next: string | null
  today: string
  mayAdd: boolean
}

export const ListPage = ({ commissioner, organisations, looking, next, today, mayAdd }: Props) => {
  const isLooking = Boolean(looking.words || looking.kind || looking.after)
  return (
    <>
      <h1 class="nhsuk-heading-l">Organisations</h1>
      <p>Practices, providers and partners: what each is called now, and what it was called before.</p>
      {mayAdd && <ActionLink href={paths.add({ commissioner })} text="Add an organisation" />}
      <form method="get" action={paths.list({ commissioner })} novalidate>
        <Input id="words" name="words" label="Name, code or postcode" value={looking.words} width={20} />
        <Select
          id="kind"
          name="kind"
          label="Kind"
          value={looking.kind ?? ''}
          items={[{ value: '', text: 'Every kind' }, ...organisationKinds.map((kind) => ({ value: kind, text: kindNames[kind] }))]}
        />
        <Button text="Search" variant="secondary" />
      </form>
      {organisations.length === 0 && isLooking && (
        <p>
          Nothing found. Check the spelling, or <a href={paths.list({ commissioner })}>see every organisation</a>.
        </p>
      )}
      {organisations.length === 0 && !isLooking && (
        <Empty begin={mayAdd ? { text: 'Add an organisation', href: paths.add({ commissioner }) } : undefined}>
          There are no organisations yet. Add them one at a time, or bring in the NHS list of practices on the command line with “import
          practices”.
        </Empty>
      )}
      {organisations.length > 0 && (
        <Table
          responsive
          caption={{ text: 'Organisations by name', classes: 'nhsuk-u-visually-hidden' }}
          head={['Name', 'Kind', 'Code', 'Postcode']}
          rows={organisations.map((organisation) => [
            {
              html: (
                <>
                  <a href={paths.show({ commissioner, id: organisation.id })}>{organisation.name}</a>
                  {isClosed(organisation, today) && (
                    <>
                      {' '}
                      <Tag colour="grey" text={`Closed ${formatDate(organisation.closedOn!)}`} />
                    </>
                  )}
                </>
              ),
            },
            kindNames[organisation.kind],
            organisation.code ?? 'None',
            organisation.postcode ?? 'Not known',
          ])}
        />
      )}
      <Pager next={next} label="Organisations, more pages" />
    </>
  )
}
