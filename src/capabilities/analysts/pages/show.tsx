import { Button, DateInLondon, Facts, formatDate, type Happening, History } from '#design'
import { type Package, type Return, stateOf } from '../package.ts'
import { paths } from '../paths.ts'
import { Returns } from './returns.tsx'
import { StateTag } from './state-tag.tsx'

interface Props {
  commissioner: string
  pack: Package
  of: string
  analyst: string
  frame: string | null
  documents: readonly { title: string }[]
  returns: readonly Return[]
  today: string
  mayMake: boolean
  happenings: readonly Happening[]
}

/** A package as staff see it: who has it, for what, what they did with it, and what they returned. */
export const ShowPage = ({ commissioner, pack, of, analyst, frame, documents, returns, today, mayMake, happenings }: Props) => (
  <>
    <h1 class="nhsuk-heading-l">
      <span class="nhsuk-caption-l">Analysis package</span> {pack.title}
    </h1>
    <Facts
      facts={[
        { name: 'How it is', value: <StateTag state={stateOf(pack, today)} /> },
        { name: 'Of', value: of },
        { name: 'Analyst', value: analyst },
        { name: 'What for', value: pack.purpose },
        { name: 'Agreement', value: pack.agreement },
        { name: 'Access', value: `${formatDate(pack.startsOn)} to ${formatDate(pack.endsOn)}` },
        { name: 'Responses', value: pack.responses.toLocaleString('en-GB') },
        { name: 'Frame', value: frame ?? 'Themes of their own' },
        documents.length > 0 && { name: 'Documents', value: documents.map(({ title }) => title).join('; ') },
        pack.closure && { name: 'Access taken back', value: <DateInLondon at={pack.closure.at} /> },
        pack.closure && { name: 'Why', value: pack.closure.reason },
      ]}
    />
    {mayMake && !pack.closure && <Button text="Take access back" variant="secondary" href={paths.closure({ commissioner, id: pack.id })} />}
    <Returns commissioner={commissioner} pack={pack} returns={returns} mayAccept={mayMake} />
    <History happenings={happenings} />
  </>
)
