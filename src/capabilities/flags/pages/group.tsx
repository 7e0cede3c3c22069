import { Button, DateInLondon, Details, Facts, formatDate, type Happening, History, Mistakes, Pager, SafeWords, Tag } from '#design'
import type { Form } from '#platform/forms.ts'
import { type Group, kindMeanings, kindNames, type Member } from '../flag.ts'
import type { SettingAside, TakingBack } from '../forms.ts'
import { paths } from '../paths.ts'
import { ownWords, partsOf } from '../shared-wording.ts'
import { SettingAsideForm, TakingBackForm } from './setting-aside.tsx'

export interface GroupProps {
  here: { commissioner: string; of: string; group: string }
  title: string
  group: Group
  members: readonly Member[]
  next: string | null
  /** The wording that stands for all, and what of it they share; null where they are not alike in words, or none may be read. */
  text: string | null
  shared: ReadonlySet<number>
  days: readonly { on: string; count: number }[]
  maySettle: boolean
  settingAside: Form<SettingAside>
  takingBack: Form<TakingBack>
  happenings: readonly Happening[]
}

const number = (count: number) => count.toLocaleString('en-GB')

/** Answers that are alike: what they share, what each person added, when they came, and what is to be done. */
export function GroupPage({
  here,
  title,
  group,
  members,
  next,
  text,
  shared,
  days,
  maySettle,
  settingAside,
  takingBack,
  happenings,
}: GroupProps) {
  const counting = group.responses - group.setAside
  return (
    <>
      <Mistakes errors={{ ...settingAside.errors, ...takingBack.errors }} />
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">{title}</span>
        {kindNames[group.kind]}
      </h1>
      <p>{kindMeanings[group.kind]}</p>
      <Facts
        facts={[
          { name: 'People', value: `${number(group.responses)}, of whom ${number(counting)} count` },
          { name: 'To look at', value: number(group.waiting) },
          { name: 'Found', value: <DateInLondon at={group.foundAt} /> },
          { name: 'When they came', value: <Days days={days} /> },
        ]}
      />
      {text !== null && (
        <>
          <h2 class="nhsuk-heading-m">The text</h2>
          <p>The wording that most have. What at least half of them share is marked.</p>
          <div class="gt-quote">
            <p dir="auto">{partsOf(text, shared).map((part) => (part.isShared ? <mark>{part.text}</mark> : part.text))}</p>
          </div>
        </>
      )}
      <h2 class="nhsuk-heading-m">{group.kind === 'same words' ? 'What each person added' : 'The answers'}</h2>
      <ul class="nhsuk-list gt-list">
        {members.map((member) => (
          <li>
            <Own member={member} shared={shared} isForWords={group.kind === 'same words'} />
            <a class="nhsuk-link" href={paths.response({ ...here, response: member.responseId })}>
              Answers of {formatDate(member.receivedAt.toISOString().slice(0, 10))}
            </a>{' '}
            <Tag
              text={member.isSetAside ? 'Set aside' : member.isLeft ? 'Left as it is' : 'To look at'}
              colour={member.isSetAside ? 'orange' : 'grey'}
            />
          </li>
        ))}
      </ul>
      <Pager next={next} label="Answers, more pages" />
      {maySettle ? (
        <Acts here={here} group={group} counting={counting} settingAside={settingAside} takingBack={takingBack} />
      ) : (
        <p>An engagement lead or an administrator can leave these as they are or set them aside.</p>
      )}
      <History happenings={happenings} />
    </>
  )
}

function Own({ member: { words, isSetAside }, shared, isForWords }: { member: Member; shared: ReadonlySet<number>; isForWords: boolean }) {
  if (!isForWords) return <></>
  if (words === null)
    return (
      <p class="nhsuk-u-margin-bottom-0">
        {isSetAside ? 'The words are out of sight while this is set aside.' : 'The words may not be read.'}
      </p>
    )
  const own = ownWords(words, shared)
  return own.length === 0 ? <p class="nhsuk-u-margin-bottom-0">Nothing of their own.</p> : <SafeWords words={own.join('\n')} />
}

const Days = ({ days }: { days: GroupProps['days'] }) => (
  <ul class="nhsuk-list">
    {days.slice(0, mostDays).map(({ on, count }) => (
      <li>
        {formatDate(on)}: {number(count)}
      </li>
    ))}
    {days.length > mostDays && <li>and on {days.length - mostDays} more days</li>}
  </ul>
)
const mostDays = 10

const Acts = ({
  here,
  group,
  counting,
  settingAside,
  takingBack,
}: Pick<GroupProps, 'here' | 'group' | 'settingAside' | 'takingBack'> & { counting: number }) => (
  <>
    <h2 class="nhsuk-heading-m">What is to be done?</h2>
    {group.waiting > 0 && (
      <form method="post" action={paths.groupLeaving(here)}>
        <p>Leave them as they are, and each goes on counting as one person.</p>
        <Button text="Leave them as they are" preventDoubleClick />
      </form>
    )}
    {counting > 1 && (
      <Details summary="Set aside all but the first" open={Object.keys(settingAside.errors).length > 0}>
        <p>
          {number(counting - 1)} would no longer be counted, read or quoted. Do this only where one person sent them all. You can put them
          back.
        </p>
        <SettingAsideForm action={paths.groupExclusion(here)} button="Set aside all but the first" form={settingAside} />
      </Details>
    )}
    {group.setAside > 0 && (
      <Details summary="Count them again" open={Object.keys(takingBack.errors).length > 0}>
        <TakingBackForm action={paths.groupReturn(here)} button={`Count ${number(group.setAside)} again`} form={takingBack} />
      </Details>
    )}
  </>
)
