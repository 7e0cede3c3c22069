import { DateInLondon } from '#design'
import { type Frame, type FrameVersion, type Theme, themeTree } from '../frame.ts'
import { paths } from '../paths.ts'
import { ThemeTree } from './theme-tree.tsx'

interface Props {
  commissioner: string
  frame: Frame
  version: FrameVersion
  themes: readonly Theme[]
  mayShape: boolean
}

/** A frame as it once was. */
export const VersionPage = ({ commissioner, frame, version, themes, mayShape }: Props) => (
  <>
    <h1 class="nhsuk-heading-l">
      {frame.title}: version {version.number}
    </h1>
    <p>
      {version.note}. {version.madeBy ?? 'An operator'}, <DateInLondon at={version.madeAt} />.
    </p>
    {version.number < frame.version && (
      <p>
        This is how the frame was.{' '}
        <a class="nhsuk-link" href={paths.frame({ commissioner, frame: frame.id })}>
          See it as it is now
        </a>
      </p>
    )}
    {mayShape && (
      <p>
        <a class="nhsuk-link" href={`${paths.newCopy({ commissioner, frame: frame.id })}?version=${version.number}`}>
          Copy this version as the start of another frame
        </a>
      </p>
    )}
    {themes.length === 0 ? <p>It had no themes.</p> : <ThemeTree commissioner={commissioner} branches={themeTree(themes)} />}
  </>
)
