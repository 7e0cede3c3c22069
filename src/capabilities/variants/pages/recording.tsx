interface Props {
  kind: 'audio' | 'bsl'
  /** What is read out or signed. */
  of: string
  src: string
}

/** A recording to play where it stands. Its words stand beside it on the page, so it needs no captions. */
export const RecordingPlayer = ({ kind, of, src }: Props) =>
  kind === 'audio' ? (
    // biome-ignore lint/a11y/useMediaCaption: what it says stands beside it
    <audio class="gt-recording" controls preload="none" src={src} aria-label={`Listen to: ${of}`} />
  ) : (
    // biome-ignore lint/a11y/useMediaCaption: what it signs stands beside it
    <video class="gt-recording" controls preload="metadata" src={src} aria-label={`Watch in British Sign Language: ${of}`} />
  )
