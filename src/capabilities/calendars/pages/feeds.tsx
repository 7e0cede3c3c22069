import { Button, Empty, FileUpload, formatMoment, Input, Mistakes, Table, Textarea } from '#design'
import type { Form } from '#platform/forms.ts'
import type { Feed } from '../feed-file.ts'
import type { FeedInput } from '../forms.ts'
import { paths } from '../paths.ts'
import { Communities } from './entry.tsx'

interface Props {
  commissioner: string
  feeds: readonly Feed[]
  form: Form<FeedInput>
  mayPlan: boolean
}

/** Calendars of others that were brought in, and the way to bring in one more. */
export const FeedsPage = ({ commissioner, feeds, form, mayPlan }: Props) => (
  <>
    <Mistakes errors={form.errors} />
    <h1 class="nhsuk-heading-l">Calendars of others</h1>
    <p>Bring in what a council, a trust or another partner plans, so that we do not all ask the same people at once.</p>
    {feeds.length === 0 ? (
      <Empty>No calendar has been brought in yet. Ask your partner for theirs as an iCalendar (.ics) file.</Empty>
    ) : (
      <Table
        responsive
        caption={{ text: 'Calendars brought in', classes: 'nhsuk-u-visually-hidden' }}
        head={['Whose', 'Events', 'Communities', 'Brought in', 'Change']}
        rows={feeds.map(({ id, name, events, communities, importedAt }) => [
          name,
          String(events),
          communities.join(', ') || 'Not said',
          formatMoment(importedAt),
          mayPlan
            ? {
                html: (
                  <a class="nhsuk-link" href={paths.feedRemoval({ commissioner, id })}>
                    Take out<span class="nhsuk-u-visually-hidden"> {name}</span>
                  </a>
                ),
              }
            : '',
        ])}
      />
    )}
    {mayPlan && (
      <form method="post" action={paths.feeds({ commissioner })} enctype="multipart/form-data" novalidate>
        <h2 class="nhsuk-heading-m">Bring in a calendar</h2>
        <Input
          id="name"
          name="name"
          label="Whose calendar is it?"
          hint="A calendar that was brought in under the same name gives way to this one."
          value={form.values.name}
          errorMessage={form.errors.name}
        />
        <Communities value={form.values.communities} error={form.errors.communities} />
        <FileUpload
          id="file"
          name="file"
          label={{ text: 'The calendar file', size: 's' }}
          hint="An .ics file of 1 MB or less. We read no more than 5,000 events, from a month ago to two years ahead."
          errorMessage={form.errors.file}
        />
        <Textarea
          id="ics"
          name="ics"
          label={{ text: 'Or paste what is in the file', size: 's' }}
          rows={4}
          value={form.values.ics}
          errorMessage={form.errors.ics ? { text: form.errors.ics } : undefined}
        />
        <Button text="Bring in the calendar" preventDoubleClick />
      </form>
    )}
  </>
)
