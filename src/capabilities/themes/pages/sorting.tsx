import { Button, formatDate, Mistakes, Pager, Radios, SafeWords } from '#design'
import type { Theme } from '../frame.ts'
import { paths } from '../paths.ts'
import { type Split, type SplitPart, type SplitProgress, suggestPart, type ToSort } from '../split.ts'
import { commentsInWords } from './theme-tree.tsx'

interface Props {
  commissioner: string
  split: Split
  theme: Theme
  comments: readonly ToSort[]
  choices: readonly SplitPart[]
  progress: SplitProgress
  last: string | null
  mayShape: boolean
  /** What was chosen, by comment; nothing was posted yet where it is left out. */
  chosen?: Readonly<Record<string, string>>
  errors?: Readonly<Record<string, string>>
}

/** Sort comments of a theme that is split. */
export function SortingPage(props: Props) {
  const { commissioner, split, theme, comments, progress, last, mayShape, errors = {} } = props
  return (
    <>
      <Mistakes errors={errors} />
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">Sort comments</span> {theme.name}
      </h1>
      <p>
        {commentsInWords(progress.sorted)} sorted. {commentsInWords(progress.left)} to sort.
        {progress.waiting > 0 &&
          ` ${commentsInWords(progress.waiting)} cannot be sorted yet: people are coding them without seeing what others coded.`}
      </p>
      {comments.length === 0 ? (
        <Ended {...props} />
      ) : mayShape ? (
        <>
          <SortingForm {...props} />
          <Pager next={last && `${paths.sorting({ commissioner, split: split.id })}?after=${last}`} label="Leave these for later" />
          <form method="post" action={paths.closure({ commissioner, split: split.id })}>
            <p>You can also stop sorting. What is not sorted stays under {theme.name}.</p>
            <Button text="Leave the rest where it is" variant="secondary" preventDoubleClick />
          </form>
        </>
      ) : (
        <p>Analysts, engagement leads and administrators can sort comments.</p>
      )}
    </>
  )
}

function Ended({ commissioner, split, theme, progress }: Props) {
  const isMore = !split.closed && !theme.retired && progress.left > 0
  return (
    <>
      <p>
        {theme.retired
          ? `${theme.name} has been put away since it was split, so there is nothing to sort.`
          : isMore
            ? 'There are no more comments after these.'
            : 'There is nothing left to sort.'}
      </p>
      <p>
        <a
          class="nhsuk-link"
          href={isMore ? paths.sorting({ commissioner, split: split.id }) : paths.theme({ commissioner, theme: theme.id })}
        >
          {isMore ? 'Go to the first comment that is not sorted' : `Go to ${theme.name}`}
        </a>
      </p>
    </>
  )
}

const SortingForm = ({ commissioner, split, theme, comments, choices, chosen, errors = {} }: Props) => (
  <form method="post" action={paths.sorting({ commissioner, split: split.id })} novalidate>
    <ul class="nhsuk-list gt-comments">
      {comments.map(({ id, words, questionText, saidOn }, at) => {
        const suggested = suggestPart(words, choices)
        return (
          <li>
            <p class="gt-comments__about">
              {formatDate(saidOn)}
              {questionText && `. ${questionText}`}
            </p>
            <SafeWords words={words} />
            <Radios
              name={`to-${id}`}
              idPrefix={`to-${id}`}
              classes="nhsuk-radios--small"
              fieldset={{ legend: { text: `Where does comment ${at + 1} belong?`, size: 's' } }}
              hint={suggested && chosen === undefined ? `Chosen because it has: ${suggested.because.join(', ')}` : undefined}
              value={chosen ? (chosen[id] ?? '') : (suggested?.themeId ?? '')}
              errorMessage={errors[`to-${id}`]}
              items={choices.map(({ themeId, name }) => ({
                value: themeId,
                text: themeId === theme.id ? `Stay under ${name}` : name,
              }))}
            />
          </li>
        )
      })}
    </ul>
    <Button text="Sort these comments" preventDoubleClick />
  </form>
)
