import { Button, DateField, Empty, formatDate, type Happening, History, Mistakes, Select, Table, Tag } from '#design'
import type { Form } from '#platform/forms.ts'
import { onDuty, type Turn } from '../duty.ts'
import type { Limit, TurnInput } from '../forms.ts'
import { paths } from '../paths.ts'

export interface DutyProps {
  commissioner: string
  turns: readonly Turn[]
  colleagues: readonly { id: string; name: string }[]
  limit: number
  today: string
  turn: Form<TurnInput>
  limiting: Form<Limit>
  happenings: readonly Happening[]
}

/** Who is on duty, and how soon they look. */
export const DutyPage = ({ commissioner, turns, colleagues, limit, today, turn, limiting, happenings }: DutyProps) => {
  const now = onDuty(turns, today)
  return (
    <>
      <Mistakes errors={{ ...turn.errors, ...limiting.errors }} ids={{ startsOn: 'startsOn-day', endsOn: 'endsOn-day' }} />
      <h1 class="nhsuk-heading-l">Who is on duty</h1>
      <p>Whoever is on duty looks at words that may tell of harm, abuse or a crime. Nobody else reads them until then.</p>
      {now.length === 0 && <p>Nobody is on duty today by name, so every engagement lead and administrator is.</p>}
      {turns.length === 0 ? (
        <Empty>Nobody has been put on duty yet. Choose a colleague below.</Empty>
      ) : (
        <Table
          responsive
          firstCellIsHeader
          caption={{ text: 'Turns of duty', size: 'm' }}
          head={[{ text: 'Who' }, { text: 'First day' }, { text: 'Last day' }, { text: 'Take off' }]}
          rows={turns.map((one) => [
            {
              html: (
                <>
                  {one.name} {now.includes(one) && <Tag text="On duty" colour="green" />}
                </>
              ),
            },
            { text: formatDate(one.startsOn) },
            { text: one.endsOn ? formatDate(one.endsOn) : 'Until taken off' },
            {
              html: (
                <form method="post" action={paths.turnEnding({ commissioner, turn: one.id })}>
                  <Button variant="secondary" small>
                    Take off duty<span class="nhsuk-u-visually-hidden"> {one.name}</span>
                  </Button>
                </form>
              ),
            },
          ])}
        />
      )}
      <h2 class="nhsuk-heading-m">Put someone on duty</h2>
      <form method="post" action={paths.turns({ commissioner })} novalidate>
        <Select
          id="member"
          name="member"
          label={{ text: 'Who?', size: 's' }}
          value={turn.values.member ?? ''}
          errorMessage={turn.errors.member}
          items={[{ value: '', text: 'Choose a colleague' }, ...colleagues.map(({ id, name }) => ({ value: id, text: name }))]}
        />
        <DateField name="startsOn" label="First day" values={turn.values} error={turn.errors.startsOn} />
        <DateField
          name="endsOn"
          label="Last day"
          hint="Leave it empty if it goes on until you take them off."
          values={turn.values}
          error={turn.errors.endsOn}
        />
        <Button text="Put on duty" preventDoubleClick />
      </form>
      <h2 class="nhsuk-heading-m">How soon they look</h2>
      <form method="post" action={paths.limit({ commissioner })} novalidate>
        <Select
          id="workingDays"
          name="workingDays"
          label={{ text: 'Within how many working days?', size: 's' }}
          hint="What waits already keeps its day."
          value={limiting.values.workingDays ?? String(limit)}
          errorMessage={limiting.errors.workingDays}
          items={[1, 2, 3, 4, 5].map((days) => ({ value: String(days), text: days === 1 ? '1 working day' : `${days} working days` }))}
        />
        <Button variant="secondary" text="Save" preventDoubleClick />
      </form>
      <History happenings={happenings} />
    </>
  )
}
