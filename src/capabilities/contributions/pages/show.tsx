import { ActionLink, DateInLondon, Facts, formatDate, type Happening, History, InsetText, SafeWords } from '#design'
import { channelNames, isWithheldFromEveryone, type Listed, type Redaction, type Withholding } from '../contribution.ts'
import { listOf, paths } from '../paths.ts'

interface Props {
  commissioner: string
  contribution: Listed
  /** The words this member of staff may read: null where there are none, or none for them. */
  words: string | null
  /** Waiting for someone on duty, who alone reads the words until then. */
  isHeld: boolean
  withholdings: readonly Withholding[]
  redactions: readonly Redaction[]
  mayWithhold: boolean
  links: readonly { text: string; href: string; hint?: string }[]
  happenings: readonly Happening[]
}

export const ShowPage = ({
  commissioner,
  contribution,
  words,
  isHeld,
  withholdings,
  redactions,
  mayWithhold,
  links,
  happenings,
}: Props) => {
  const { id, questionText, score, surveyId, surveyTitle, sourceId, sourceName, place, channel, saidOn, audiences } = contribution
  const hidden = isWithheldFromEveryone(withholdings)
  const origin = listOf(commissioner, surveyId ? { survey: surveyId } : { source: sourceId ?? '' })
  return (
    <>
      <h1 class="nhsuk-heading-l">What someone said</h1>
      {hidden && <InsetText>These words are withheld from everyone: they are not read, coded, counted under a theme or quoted.</InsetText>}
      {words !== null && (
        <div class="gt-quote">
          <SafeWords words={words} />
        </div>
      )}
      {isHeld && (
        <InsetText>
          These words may tell of harm, abuse or a crime. Nobody reads, codes or quotes them until someone on duty has seen them.
        </InsetText>
      )}
      {words === null && !hidden && !isHeld && score === null && <p>They were asked, and did not answer.</p>}
      <Facts
        facts={[
          questionText !== null && { name: 'Question', value: questionText },
          score !== null && { name: 'Score', value: score },
          { name: 'Said on', value: formatDate(saidOn) },
          { name: 'How', value: channelNames[channel] ?? channel },
          place !== null && { name: 'About', value: place },
          { name: surveyId ? 'Survey' : 'Source', value: <a href={origin}>{surveyTitle ?? sourceName}</a> },
          { name: 'Who may read it', value: readers(hidden, isHeld, audiences) },
        ]}
      />
      {links.length > 0 && (
        <>
          <h2 class="nhsuk-heading-m">What came of it</h2>
          <ul class="nhsuk-list">
            {links.map(({ text, href, hint }) => (
              <li>
                <a href={href}>{text}</a>
                {hint && <> {hint}</>}
              </li>
            ))}
          </ul>
        </>
      )}
      <h2 class="nhsuk-heading-m">Out of sight</h2>
      {withholdings.length === 0 && redactions.length === 0 && <p>Nothing of it is withheld, and no words are removed.</p>}
      <Facts
        facts={[
          ...withholdings.map(({ id: withholding, audience, reason, withheldAt }) => ({
            name: audience === 'everyone' ? 'Withheld from everyone' : 'Withheld from the public',
            value: <Because reason={reason} at={withheldAt} />,
            ...(mayWithhold && { change: { href: paths.withholdingLift({ commissioner, id, withholding }), text: 'Let it be read' } }),
          })),
          ...redactions.map(({ id: redaction, reason, redactedAt }, at) => ({
            name: redactions.length > 1 ? `Words removed, place ${at + 1}` : 'Words removed',
            value: <Because reason={reason} at={redactedAt} />,
            ...(mayWithhold && { change: { href: paths.redactionLift({ commissioner, id, redaction }), text: 'Put them back' } }),
          })),
        ]}
      />
      {mayWithhold && contribution.words !== null && (
        <ActionLink href={paths.redaction({ commissioner, id })} text="Remove words, such as a name" />
      )}
      {mayWithhold && !hidden && <ActionLink href={paths.withholding({ commissioner, id })} text="Withhold all of it" />}
      {!mayWithhold && <p>An engagement lead or an administrator can remove words or withhold all of it.</p>}
      <History happenings={happenings} />
    </>
  )
}

const Because = ({ reason, at }: { reason: string; at: Date }) => (
  <>
    {reason} (<DateInLondon at={at} />)
  </>
)

function readers(hidden: boolean, isHeld: boolean, audiences: readonly string[]) {
  if (isHeld) return 'Whoever is on duty'
  if (hidden) return 'Nobody but those who can let it be read again'
  if (audiences.includes('public')) return 'Our staff, and anyone where it is quoted'
  return 'Our staff. It may not be quoted.'
}
