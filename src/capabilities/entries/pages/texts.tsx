import { Button, DateInLondon, Empty, Input, Mistakes, Panel, Select, Table } from '#design'
import type { Form } from '#platform/forms.ts'
import type { LineInput } from '../forms.ts'
import { paths } from '../paths.ts'
import type { Line } from '../text-message.ts'

interface Props {
  commissioner: string
  lines: readonly (Line & { title: string; question: string })[]
  /** What messages may answer: 'survey question', and its words. */
  questions: readonly { value: string; text: string }[]
  secretMadeAt: Date | null
  /** Messages of the last 30 days that could not be taken. */
  refused: readonly { reason: string; count: number }[]
  form: Form<LineInput>
}

const refusedNames: Readonly<Record<string, string>> = {
  'no line': 'went to a number that no consultation has',
  'not open': 'came when the consultation was not open',
  'no words': 'held no words but the keyword',
}

/** Which question the text messages answer, and how GOV.UK Notify sends them on to us. */
export const TextsPage = ({ commissioner, lines, questions, secretMadeAt, refused, form }: Props) => (
  <>
    <Mistakes errors={form.errors} />
    <h1 class="nhsuk-heading-l">Text messages</h1>
    <p>
      People can answer by text message to a number of yours at GOV.UK Notify. Each message becomes one response to one question. We do not
      keep telephone numbers.
    </p>
    <h2 class="nhsuk-heading-m">Where messages go</h2>
    {lines.length === 0 ? (
      <Empty>No number leads to a question yet. Add one below.</Empty>
    ) : (
      <Table
        responsive
        caption={{ text: 'Where messages go', classes: 'nhsuk-u-visually-hidden' }}
        head={['Number', 'Keyword', 'Question', 'Change']}
        rows={lines.map(({ id, number, keyword, title, question }) => [
          number,
          keyword ?? 'Every other message',
          `${title}: ${question}`,
          {
            html: (
              <form method="post" action={paths.textLineEnd({ commissioner, line: id })}>
                <Button
                  variant="secondary"
                  small
                  preventDoubleClick
                  html={
                    <>
                      End
                      <span class="nhsuk-u-visually-hidden">
                        {' '}
                        {number} {keyword}
                      </span>
                    </>
                  }
                />
              </form>
            ),
          },
        ])}
      />
    )}
    {refused.map(({ reason, count }) => (
      <p>
        In the last 30 days {count === 1 ? '1 message' : `${count.toLocaleString('en-GB')} messages`} {refusedNames[reason]}. We did not
        keep what was in {count === 1 ? 'it' : 'them'}.
      </p>
    ))}
    <h2 class="nhsuk-heading-m">Let messages answer a question</h2>
    {questions.length === 0 ? (
      <p>No open consultation has a question that is answered in words.</p>
    ) : (
      <form method="post" action={paths.textLines({ commissioner })} novalidate>
        <Input
          id="number"
          name="number"
          label="Number people send to"
          inputmode="tel"
          width={20}
          value={form.values.number}
          errorMessage={form.errors.number}
        />
        <Input
          id="keyword"
          name="keyword"
          label="Keyword (optional)"
          hint="People put this word first. Without one, every message to the number goes to this question."
          width={20}
          value={form.values.keyword}
          errorMessage={form.errors.keyword}
        />
        <Select
          id="question"
          name="question"
          label="Question that messages answer"
          value={form.values.question}
          errorMessage={form.errors.question}
          items={questions.map(({ value, text }) => ({ value, text }))}
        />
        <Button text="Add" preventDoubleClick />
      </form>
    )}
    <h2 class="nhsuk-heading-m">How Notify reaches us</h2>
    <p>
      In GOV.UK Notify, under API integration, then Callbacks, then Received text messages, enter the whole address of this website followed
      by <span class="gt-reference">{paths.notify({ commissioner })}</span>, and the secret as the bearer token.
    </p>
    <p>
      {secretMadeAt ? (
        <>
          The secret was made on <DateInLondon at={secretMadeAt} />. A new one stops it at once.
        </>
      ) : (
        'There is no secret yet, so no message is taken.'
      )}
    </p>
    <form method="post" action={paths.textSecret({ commissioner })}>
      <Button variant="secondary" text="Make a new secret" preventDoubleClick />
    </form>
  </>
)

/** Told once, and never again. */
export const SecretPage = ({ commissioner, secret }: { commissioner: string; secret: string }) => (
  <>
    <Panel heading={{ text: 'The new secret', level: 1 }}>
      <span class="gt-reference">{secret}</span>
    </Panel>
    <p>Copy it into GOV.UK Notify now: we cannot show it again. The secret before it no longer works.</p>
    <p>
      <a class="nhsuk-link" href={paths.texts({ commissioner })}>
        Back to text messages
      </a>
    </p>
  </>
)
