import { Empty, formatDate, Pager, Table, Tag } from '#design'
import { type Doubt, doubtWords } from '../arrival.ts'
import { kindMeanings, kindNames } from '../flag.ts'
import { paths } from '../paths.ts'

interface Props {
  here: { commissioner: string; of: string }
  title: string
  suspects: readonly { responseId: string; signs: readonly string[]; receivedAt: Date; isSetAside: boolean; isLeft: boolean }[]
  next: string | null
}

export const RobotsPage = ({ here, title, suspects, next }: Props) => (
  <>
    <h1 class="nhsuk-heading-l">
      <span class="nhsuk-caption-l">{title}</span>
      {kindNames.robot}
    </h1>
    <p>{kindMeanings.robot}</p>
    {suspects.length === 0 ? (
      <Empty>Nothing was odd about how these answers came.</Empty>
    ) : (
      <Table
        responsive
        firstCellIsHeader
        caption={{ text: 'Answers to look at', size: 'm' }}
        head={[{ text: 'Came on' }, { text: 'What was odd' }, { text: 'What was done' }]}
        rows={suspects.map(({ responseId, signs, receivedAt, isSetAside, isLeft }) => [
          { html: <a href={paths.response({ ...here, response: responseId })}>{formatDate(receivedAt.toISOString().slice(0, 10))}</a> },
          { text: signs.map((sign) => doubtWords[sign as Doubt] ?? sign).join('. ') },
          {
            html: <Tag text={isSetAside ? 'Set aside' : isLeft ? 'Left as it is' : 'To look at'} colour={isSetAside ? 'orange' : 'grey'} />,
          },
        ])}
      />
    )}
    <Pager next={next} label="Answers to look at, more pages" />
  </>
)
