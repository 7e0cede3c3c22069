import { Button, Checkboxes, DateInLondon, Details, formatDate, InsetText, Mistakes, SafeWords, Textarea } from '#design'
import type { Form } from '#platform/forms.ts'
import type { SettlementInput } from '../forms.ts'
import { paths } from '../paths.ts'
import { type Round, type RoundAnswer, type Settlement, wordsOf } from '../round.ts'

interface ThemeToChoose {
  id: string
  fullName: string
  definition: string
  retired: boolean
}

export interface DifferenceProps {
  here: { commissioner: string; round: string; contribution: string }
  round: Round
  place: number
  answers: readonly RoundAnswer[]
  coders: readonly { id: string; name: string }[]
  themes: readonly ThemeToChoose[]
  /** Null where the words may no longer be read. */
  said: { words: string; questionText: string | null; saidOn: string } | null
  settlement: Settlement | null
  settlers: { isCoder: boolean; others: readonly { name: string }[] }
  maySettle: boolean
  form: Form<SettlementInput>
  chosen: readonly string[]
}

/** One comment with what each coder made of it side by side, and the form to settle it. */
export const DifferencePage = (props: DifferenceProps) => {
  const { round, place, said, answers, coders, themes, settlement } = props
  return (
    <>
      <Mistakes errors={props.form.errors} />
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">
          {round.batchTitle}, with {round.frameTitle}
        </span>{' '}
        Comment {place}
      </h1>
      {said === null ? (
        <p>These words can no longer be read.</p>
      ) : (
        <section aria-label="The comment">
          {said.questionText && <p class="gt-comments__about">{said.questionText}</p>}
          <div class="gt-quote">
            <SafeWords words={said.words} />
          </div>
          <p class="gt-comments__about">{formatDate(said.saidOn)}</p>
        </section>
      )}
      <div class="nhsuk-grid-row">
        {answers.map((answer) => (
          <section class="nhsuk-grid-column-one-half">
            <h2 class="nhsuk-heading-s">{coders.find(({ id }) => id === answer.coderId)?.name ?? 'A coder'}</h2>
            <Decided answer={answer} words={said?.words ?? null} themes={themes} />
          </section>
        ))}
      </div>
      {settlement && <Settled settlement={settlement} themes={themes} />}
      {said !== null && <Settling {...props} />}
    </>
  )
}

const nameIn = (themes: readonly ThemeToChoose[], id: string) =>
  themes.find((theme) => theme.id === id)?.fullName ?? 'A theme no longer known'

const Decided = ({
  answer: { themeIds, parts, sentiment },
  words,
  themes,
}: {
  answer: RoundAnswer
  words: string | null
  themes: readonly ThemeToChoose[]
}) => (
  <>
    {themeIds.length === 0 ? (
      <p>Nothing here fits</p>
    ) : (
      <ul class="nhsuk-list nhsuk-list--bullet">
        {themeIds.map((id) => (
          <li>
            {nameIn(themes, id)}
            {words !== null &&
              parts
                .filter(({ theme }) => theme === id)
                .map((part) => (
                  <>
                    {' '}
                    “<SafeWords words={wordsOf(words, part)} inline />”
                  </>
                ))}
          </li>
        ))}
      </ul>
    )}
    {sentiment !== null && <p>How it feels: {sentiment}, from 1 (very positive) to 5 (very negative)</p>}
  </>
)

const Settled = ({
  settlement: { themeIds, settledBy, settledAt, reason },
  themes,
}: {
  settlement: Settlement
  themes: readonly ThemeToChoose[]
}) => (
  <InsetText>
    <p>
      Settled by {settledBy ?? 'an operator'}, <DateInLondon at={settledAt} />:{' '}
      {themeIds.length === 0 ? 'nothing fits' : themeIds.map((id) => nameIn(themes, id)).join('; ')}
    </p>
    {reason && <p>By one of the coders: {reason}</p>}
  </InsetText>
)

function Settling({ here, answers, themes, settlement, settlers, maySettle, form: { values, errors }, chosen }: DifferenceProps) {
  if (!maySettle) return <p>Analysts, engagement leads and administrators can settle it.</p>
  if (settlers.isCoder && settlers.others.length > 0)
    return <p>You coded in this round, so somebody else settles it: {settlers.others.map(({ name }) => name).join(', ')}.</p>
  const seen = new Set(answers.flatMap(({ themeIds }) => themeIds))
  const open = themes.filter(({ retired }) => !retired)
  const item = ({ id, fullName, definition }: ThemeToChoose) => ({ value: id, text: fullName, hint: definition || undefined })
  const others = open.filter(({ id }) => !seen.has(id))
  return (
    <form method="post" action={paths.settlements(here)} novalidate>
      <h2 class="nhsuk-heading-m">{settlement ? 'Settle it again' : 'Settle it'}</h2>
      <Checkboxes
        idPrefix="themes"
        name="themes"
        fieldset={{ legend: { text: 'What is it about?', size: 's' } }}
        hint="Themes that you choose stay or are coded. All others of this frame are taken off the comment."
        errorMessage={errors.themes}
        values={[...chosen]}
        items={open.filter(({ id }) => seen.has(id)).map(item)}
      />
      {others.length > 0 && (
        <Details summary="Other themes of the frame" open={others.some(({ id }) => chosen.includes(id))}>
          <Checkboxes
            idPrefix="others"
            name="themes"
            small
            fieldset={{ legend: { text: 'Other themes', size: 's' } }}
            values={[...chosen]}
            items={others.map(item)}
          />
        </Details>
      )}
      <Checkboxes
        idPrefix="nothing"
        name="nothing"
        fieldset={{ legend: { text: 'Or', size: 's' } }}
        values={values.nothing === undefined ? [] : ['yes']}
        items={[{ value: 'yes', text: 'Nothing here fits' }]}
      />
      {settlers.isCoder && (
        <Textarea
          id="reason"
          name="reason"
          label={{ text: 'You coded in this round. Why can nobody else settle it?', size: 's' }}
          rows={3}
          value={values.reason}
          errorMessage={errors.reason}
        />
      )}
      <Button text="Settle it" preventDoubleClick />
    </form>
  )
}
