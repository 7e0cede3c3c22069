import { Button, DateInLondon, Details, Facts, formatDate, type Happening, History, InsetText, Mistakes, SafeWords } from '#design'
import type { Form } from '#platform/forms.ts'
import { type Doubt, doubtWords } from '../arrival.ts'
import { type Flag, kindMeanings, kindNames } from '../flag.ts'
import type { SettingAside, TakingBack } from '../forms.ts'
import { paths } from '../paths.ts'
import { SettingAsideForm, TakingBackForm } from './setting-aside.tsx'

export interface ResponseProps {
  here: { commissioner: string; of: string; response: string }
  title: string
  saidOn: string
  said: readonly { id: string; questionText: string | null; words: string | null }[]
  flags: readonly Flag[]
  /** Why it is set aside; null where it counts. */
  setAside: { reason: string; at: Date } | null
  maySettle: boolean
  settingAside: Form<SettingAside>
  takingBack: Form<TakingBack>
  happenings: readonly Happening[]
}

/** One response that is flagged: why, what it says, and what is to be done. */
export const ResponsePage = ({
  here,
  title,
  saidOn,
  said,
  flags,
  setAside,
  maySettle,
  settingAside,
  takingBack,
  happenings,
}: ResponseProps) => (
  <>
    <Mistakes errors={{ ...settingAside.errors, ...takingBack.errors }} />
    <h1 class="nhsuk-heading-l">
      <span class="nhsuk-caption-l">{title}</span>
      Answers of {formatDate(saidOn)}
    </h1>
    {setAside && (
      <InsetText>
        <p>
          Set aside: {setAside.reason} (<DateInLondon at={setAside.at} />
          ). It is not counted, and its words are out of sight.
        </p>
      </InsetText>
    )}
    <Facts
      facts={flags.map(({ kind, signs, groupId, leftAt }) => ({
        name: kindNames[kind],
        value: (
          <>
            {signs.length > 0 && (
              <ul class="nhsuk-list nhsuk-list--bullet">
                {signs.map((sign) => (
                  <li>{doubtWords[sign as Doubt] ?? sign}</li>
                ))}
              </ul>
            )}
            <p>{kindMeanings[kind]}</p>
            {leftAt && (
              <p>
                Left as it is on <DateInLondon at={leftAt} />.
              </p>
            )}
            {groupId && <a href={paths.group({ ...here, group: groupId })}>See the others</a>}
          </>
        ),
      }))}
    />
    {said.map(({ questionText, words }) => (
      <>
        {questionText !== null && <h2 class="nhsuk-heading-s">{questionText}</h2>}
        <div class="gt-quote">
          <SafeWords words={words ?? ''} />
        </div>
      </>
    ))}
    {said.length === 0 && !setAside && <p>It says nothing in words that may be read.</p>}
    {maySettle ? (
      <>
        {!setAside && flags.some(({ leftAt }) => leftAt === null) && (
          <form method="post" action={paths.responseLeaving(here)}>
            <Button text="Leave it as it is" preventDoubleClick />
          </form>
        )}
        {setAside ? (
          <TakingBackForm action={paths.responseReturn(here)} button="Count it again" form={takingBack} />
        ) : (
          <Details summary="Set it aside" open={Object.keys(settingAside.errors).length > 0}>
            <p>It would no longer be counted, read or quoted. You can put it back.</p>
            <SettingAsideForm action={paths.responseExclusion(here)} button="Set it aside" form={settingAside} />
          </Details>
        )}
      </>
    ) : (
      <p>An engagement lead or an administrator can leave it as it is or set it aside.</p>
    )}
    <History happenings={happenings} />
  </>
)
