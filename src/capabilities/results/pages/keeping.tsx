import { Button, DateInLondon, Details, Input } from '#design'
import type { Form } from '#platform/forms.ts'

export interface KeepingProps {
  /** Where a new one is posted; null for those who may only look. */
  keepAt: string | null
  /** The view that is shown, as its address says it. */
  query: string
  form: Form<{ title: string; query: string }>
  views: readonly { id: string; title: string; href: string; madeBy: string; madeAt: Date; removeAt: string }[]
  /** Files of what is shown; none for those who may not take them out. */
  files: readonly { text: string; href: string }[]
}

/** Views that somebody gave a name, a way to name this one, and files of what is shown. */
export const Keeping = ({ keepAt, query, form, views, files }: KeepingProps) => (
  <div class="gt-no-print">
    <h2 class="nhsuk-heading-m" id="views">
      Views with a name
    </h2>
    {views.length === 0 ? <p>There are none yet.</p> : <KeptViews views={views} mayRemove={keepAt !== null} />}
    {keepAt && (
      <form method="post" action={keepAt} novalidate>
        <Input
          id="title"
          name="title"
          label={{ text: 'Keep what you see under a name', size: 's' }}
          hint="It keeps the question, and not the figures: they are counted anew when it is opened."
          width={20}
          value={form.values.title}
          errorMessage={form.errors.title}
        />
        <input type="hidden" name="query" value={query} />
        <Button text="Keep this view" variant="secondary" preventDoubleClick />
      </form>
    )}
    {files.length > 0 && (
      <>
        <h2 class="nhsuk-heading-m">Take these figures with you</h2>
        <p>They are the true figures. Small numbers are marked, and can point at someone: do not publish them.</p>
        <ul class="nhsuk-list">
          {files.map(({ text, href }) => (
            <li>
              <a class="nhsuk-link" href={href} download>
                {text}
              </a>
            </li>
          ))}
        </ul>
      </>
    )}
  </div>
)

const KeptViews = ({ views, mayRemove }: { views: KeepingProps['views']; mayRemove: boolean }) => (
  <ul class="nhsuk-list gt-list">
    {views.map(({ title, href, madeBy, madeAt, removeAt }) => (
      <li>
        <a class="nhsuk-link" href={href}>
          {title}
        </a>
        <br />
        {madeBy}, <DateInLondon at={madeAt} />
        {mayRemove && (
          <Details summary={`Take “${title}” off this list`}>
            <form method="post" action={removeAt}>
              <p>Its address goes on working for whoever has it.</p>
              <Button text={`Take “${title}” off`} variant="warning" small preventDoubleClick />
            </form>
          </Details>
        )}
      </li>
    ))}
  </ul>
)
