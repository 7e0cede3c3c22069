import { Button, Mistakes, Select } from '#design'
import { paths } from '../paths.ts'
import type { Variant } from '../variant.ts'
import { RecordingPlayer } from './recording.tsx'

interface Props {
  here: { commissioner: string; id: string; code: string }
  variant: Variant
  /** What can be recorded: '' is the whole. */
  parts: readonly { key: string; text: string }[]
  chosen: string
  errors: Readonly<Record<string, string>>
}

/** The recordings there are, and a way to add one. */
export const RecordingsPage = ({ here, variant, parts, chosen, errors }: Props) => {
  const kind = variant.kind === 'audio' ? 'audio' : 'bsl'
  return (
    <>
      <Mistakes errors={errors} />
      <h1 class="nhsuk-heading-l">Recordings: {variant.name}</h1>
      <ul class="nhsuk-list gt-list">
        {parts.map(({ key, text }) => (
          <li>
            <h2 class="nhsuk-heading-s">{text}</h2>
            {variant.recordings[key] ? (
              <RecordingPlayer
                kind={kind}
                of={text}
                src={paths.recording({ commissioner: here.commissioner, file: variant.recordings[key] })}
              />
            ) : (
              <p>Not recorded yet.</p>
            )}
          </li>
        ))}
      </ul>
      <h2 class="nhsuk-heading-m">Add a recording</h2>
      <form method="post" action={paths.recordings(here)} enctype="multipart/form-data" novalidate>
        <Select
          id="part"
          name="part"
          label={{ text: 'What is it of?', size: 's' }}
          value={chosen}
          items={parts.map(({ key, text }) => ({ value: key, text }))}
        />
        <div class={`nhsuk-form-group${errors.recording ? ' nhsuk-form-group--error' : ''}`}>
          <label class="nhsuk-label nhsuk-label--s" for="recording">
            The file
          </label>
          <div class="nhsuk-hint" id="recording-hint">
            {kind === 'audio' ? 'An MP3 or M4A file, 100 MB at most.' : 'An MP4 or WebM file, 100 MB at most.'}
          </div>
          {errors.recording && (
            <span class="nhsuk-error-message" id="recording-error">
              <span class="nhsuk-u-visually-hidden">Error:</span> {errors.recording}
            </span>
          )}
          <input
            class="nhsuk-file-upload"
            id="recording"
            name="recording"
            type="file"
            accept={kind === 'audio' ? '.mp3,.m4a' : '.mp4,.webm'}
            aria-describedby={errors.recording ? 'recording-hint recording-error' : 'recording-hint'}
          />
        </div>
        <Button text="Add recording" preventDoubleClick />
      </form>
    </>
  )
}
