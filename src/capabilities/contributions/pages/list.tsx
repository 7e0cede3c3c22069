import { Button, Details, Empty, formatDate, Input, Pager, SafeWords, Select, SummaryList } from '#design'
import type { Listed } from '../contribution.ts'
import type { Looking } from '../forms.ts'
import { paths } from '../paths.ts'

interface Props {
  commissioner: string
  contributions: readonly Listed[]
  withheld: readonly { id: string; reason: string; withheldAt: Date }[]
  origins: { sources: readonly { id: string; name: string }[]; surveys: readonly { id: string; name: string }[] }
  looking: Looking
  next: string | null
  mayExport: boolean
  links: readonly { text: string; href: string }[]
}

export const ListPage = ({ commissioner, contributions, withheld, origins, looking, next, mayExport, links }: Props) => {
  const isLooking = Object.values(looking).some((value) => value !== undefined)
  return (
    <>
      <h1 class="nhsuk-heading-l">What people said</h1>
      <form method="get" action={paths.list({ commissioner })} novalidate>
        <Input id="words" name="words" label="Words to look for" value={looking.words} width={20} />
        <Details summary="Narrow it down" open={Boolean(looking.survey ?? looking.source ?? looking.hidden)}>
          <Select id="survey" name="survey" label="Survey" value={looking.survey ?? ''} items={choices('Every survey', origins.surveys)} />
          <Select id="source" name="source" label="Source" value={looking.source ?? ''} items={choices('Every source', origins.sources)} />
          <Select id="hidden" name="hidden" label="Show" value={looking.hidden ?? ''} items={shown} />
        </Details>
        <Button text="Search" variant="secondary" />
      </form>
      {links.length > 0 && (
        <ul class="nhsuk-list">
          {links.map(({ text, href }) => (
            <li>
              <a href={href}>{text}</a>
            </li>
          ))}
        </ul>
      )}
      {withheld.length > 0 && <WithheldList commissioner={commissioner} withheld={withheld} />}
      {contributions.length > 0 && (
        <ul class="nhsuk-list">
          {contributions.map((contribution) => (
            <li class="gt-quote">
              <SafeWords words={contribution.words ?? `A score of ${contribution.score}`} />
              <p class="nhsuk-body-s nhsuk-u-margin-bottom-0">
                {[contribution.surveyTitle ?? contribution.sourceName, contribution.place, formatDate(contribution.saidOn)]
                  .filter(Boolean)
                  .join(', ')}
                .{' '}
                <a href={paths.show({ commissioner, id: contribution.id })}>
                  Open<span class="nhsuk-u-visually-hidden"> “{beginningOf(contribution)}”</span>
                </a>
              </p>
            </li>
          ))}
        </ul>
      )}
      {contributions.length === 0 &&
        withheld.length === 0 &&
        (isLooking ? <NothingFound commissioner={commissioner} /> : <NothingYet commissioner={commissioner} />)}
      <Pager next={next} label="What people said, more pages" />
      {mayExport && contributions.length > 0 && <Download commissioner={commissioner} looking={looking} />}
    </>
  )
}

const choices = (all: string, origins: readonly { id: string; name: string }[]) => [
  { value: '', text: all },
  ...origins.map(({ id, name }) => ({ value: id, text: name })),
]

const shown = [
  { value: '', text: 'Everything' },
  { value: 'withheld', text: 'What is withheld' },
  { value: 'redacted', text: 'What has words removed' },
]

const beginningOf = ({ words, score }: Listed) =>
  Array.from(words ?? `A score of ${score}`)
    .slice(0, 40)
    .join('')
    .replaceAll('█', '')

const NothingFound = ({ commissioner }: { commissioner: string }) => (
  <p>
    Nothing found. Check the spelling, or <a href={paths.list({ commissioner })}>see everything people said</a>.
  </p>
)

const NothingYet = ({ commissioner }: { commissioner: string }) => (
  <Empty begin={{ text: 'Open a consultation', href: `/${commissioner}/desk/consultations` }}>
    Nobody has said anything yet. Ask people in a consultation, or bring in comments you have on the command line with “import
    contributions”.
  </Empty>
)

const WithheldList = ({ commissioner, withheld }: Pick<Props, 'commissioner' | 'withheld'>) => (
  <>
    <h2 class="nhsuk-heading-m">Withheld from everyone</h2>
    <SummaryList
      rows={withheld.map(({ id, reason, withheldAt }) => ({
        key: { text: formatDate(withheldAt.toISOString().slice(0, 10)) },
        value: { text: reason },
        actions: { items: [{ href: paths.show({ commissioner, id }), text: 'Open', visuallyHiddenText: 'what is withheld' }] },
      }))}
    />
  </>
)

const Download = ({ commissioner, looking }: Pick<Props, 'commissioner' | 'looking'>) => (
  <Details summary="Download these comments">
    <p>A file for a spreadsheet, without names or addresses. That you took it is recorded, with what you searched for.</p>
    <form method="post" action={paths.download({ commissioner })}>
      {Object.entries(looking).map(
        ([name, value]) => value !== undefined && name !== 'after' && <input type="hidden" name={name} value={value} />,
      )}
      <Button text="Download as CSV" variant="secondary" />
    </form>
  </Details>
)
