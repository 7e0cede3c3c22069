import type { Theme } from '#capabilities/themes'
import { BarChart, DateInLondon, Details, Table, WarningCallout } from '#design'
import { enough } from '../due.ts'
import type { Model } from '../model.ts'
import { few, type Measures, type Tested } from '../tested.ts'

interface Props {
  model: Model | null
  themes: readonly (Theme & { fullName: string })[]
}

/** How good the suggestions are, how that was found out, and how sure one can be. */
export const TestedSection = ({ model, themes }: Props) => (
  <>
    <h2 class="nhsuk-heading-m" id="good">
      How good are the suggestions?
    </h2>
    {model?.tested && model.tested.n > 0 ? <Found tested={model.tested} themes={themes} /> : <p>{whyUnknown(model)}</p>}
  </>
)

function whyUnknown(model: Model | null): string {
  if (model?.tested) return 'Nobody knows. All of the comments were made by one person, and a test needs at least two.'
  if (model && model.comments >= enough) return 'Nobody knows yet. It is tested after it has learned, which can take some minutes.'
  return `Nobody knows yet. It is tested when people have coded at least ${enough} comments.`
}

const Found = ({ tested, themes }: { tested: Tested; themes: Props['themes'] }) => {
  const names = new Map(themes.map(({ id, fullName }) => [id, fullName]))
  const perTheme = tested.per_theme
    .map((one) => ({ ...one, name: names.get(one.theme) ?? 'A theme that is gone' }))
    .sort((one, other) => other.n - one.n || one.name.localeCompare(other.name))
  const curve = tested.learning_curve
  return (
    <>
      <p>
        The people who made these comments were put into groups. The machine learned from all groups but one, and its suggestions for that
        one were compared with what people had decided. This was done for each group in turn. So it was never tested on a person it had
        learned from. Tested on {tested.n.toLocaleString('en-GB')} comments of {tested.respondents.toLocaleString('en-GB')} people,{' '}
        <DateInLondon at={new Date(tested.tested_at)} />.
      </p>
      {tested.n < few && (
        <WarningCallout
          heading="Few comments"
          text={`With only ${tested.n} comments these numbers can be far from the truth. Code more to know.`}
        />
      )}
      <Table
        responsive
        firstCellIsHeader
        caption={{ text: 'All comments', size: 's' }}
        head={[{ text: 'What was measured' }, numeric('These suggestions'), numeric('A plain method')]}
        rows={measured.map(({ name, about, pick }) => [
          {
            html: (
              <>
                {name}
                <br />
                <span class="nhsuk-u-font-size-16">{about}</span>
              </>
            ),
          },
          numeric(inHundredths(pick(tested))),
          numeric(inHundredths(pick(tested.baseline))),
        ])}
      />
      <p>
        The plain method is a linear classifier on words, letters and the question (a support vector machine). It learned from the same
        comments and was tested on the same people.
      </p>
      <BarChart
        id="themes"
        title="Theme by theme"
        note="From 0 (never right) to 100 (finds every comment on the theme, and no other). Themes of which few comments speak are hard to learn."
        bars={perTheme.map(({ name, f1, n }) => ({ label: name, count: Math.round(100 * f1), beside: n }))}
        columns={{ label: 'Theme', count: 'F1', beside: 'Comments' }}
      />
      <Details summary="How often it is right, and how much it finds">
        <Table
          firstCellIsHeader
          caption={{ text: 'Right and found, out of 100', classes: 'nhsuk-u-visually-hidden' }}
          head={[{ text: 'Theme' }, numeric('Right when offered'), numeric('Found of all')]}
          rows={perTheme.map(({ name, precision, recall }) => [name, numeric(inHundredths(precision)), numeric(inHundredths(recall))])}
        />
      </Details>
      {curve.length > 0 && (
        <BarChart
          id="curve"
          title="Would more coding help?"
          note="How good the suggestions were after learning from fewer comments. Where the last bars are alike, more coding helps little."
          bars={curve.map(({ comments, micro_f1, macro_f1 }) => ({
            label: `${comments.toLocaleString('en-GB')} comments`,
            count: Math.round(100 * micro_f1),
            beside: Math.round(100 * macro_f1),
          }))}
          columns={{ label: 'Learned from', count: 'Micro F1', beside: 'Macro F1' }}
        />
      )}
    </>
  )
}

const measured: { name: string; about: string; pick: (measures: Measures) => number | null }[] = [
  {
    name: 'Themes, every comment counting alike (micro F1)',
    about: '100: every theme that people gave, and no other',
    pick: (one) => one.micro_f1,
  },
  { name: 'Themes, every theme counting alike (macro F1)', about: 'Rare themes weigh as much as common ones', pick: (one) => one.macro_f1 },
  {
    name: 'Comments wholly right',
    about: 'Out of 100 comments, those with exactly the themes that people gave',
    pick: (one) => one.exact_match,
  },
  {
    name: 'Sentiment right',
    about: 'Out of 100 comments, those rightly taken as positive, neither, or negative',
    pick: (one) => one.sentiment_accuracy,
  },
]

const numeric = (text: string) => ({ text, format: 'numeric' })
const inHundredths = (share: number | null) => (share === null || Number.isNaN(share) ? 'not tested' : String(Math.round(100 * share)))
