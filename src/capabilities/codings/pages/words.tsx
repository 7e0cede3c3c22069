import { commentsInWords, type Theme, type ThemeCount } from '#capabilities/themes'
import { Empty, Pager } from '#design'
import type { Coding, RecordedComment } from '../coding.ts'
import { paths } from '../paths.ts'
import { AboutComment, CodedWords } from './coded-words.tsx'

interface Props {
  commissioner: string
  theme: Theme
  count: ThemeCount
  comments: readonly RecordedComment[]
  codings: readonly Coding[]
  next: string | null
}

/** What people said that is about a theme. */
export function WordsPage({ commissioner, theme, count, comments, codings, next }: Props) {
  const codingsOf = Map.groupBy(codings, (coding) => coding.contributionId)
  return (
    <>
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">What people said</span> {theme.name}
      </h1>
      <p>
        {commentsInWords(count.comments)}, from{' '}
        {count.responses === 1 ? '1 response' : `${count.responses.toLocaleString('en-GB')} responses`}
      </p>
      {comments.length === 0 ? (
        <Empty begin={{ text: 'Code comments', href: paths.coding({ commissioner }) }}>
          {next === null && count.comments === 0 ? 'Nothing is coded under this theme yet.' : 'There are no more comments.'}
        </Empty>
      ) : (
        <ul class="nhsuk-list gt-comments">
          {comments.map((comment) => (
            <li>
              {comment.questionText && <p class="gt-comments__about">{comment.questionText}</p>}
              <CodedWords words={comment.words} codings={codingsOf.get(comment.id) ?? []} />
              <AboutComment comment={comment} />
            </li>
          ))}
        </ul>
      )}
      <Pager next={next} label="More comments" />
    </>
  )
}
