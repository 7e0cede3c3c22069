interface Props {
  title: string
  number: number
  of: number
  /** False where later questions depend on answers that are still to be given. */
  settled: boolean
}

/** How far along it is, above the heading. */
export const Progress = ({ title, number, of, settled }: Props) => (
  <span class="nhsuk-caption-l">
    {title},{' '}
    <span class="gt-nowrap">
      page {number} of {settled ? of : `about ${of}`}
    </span>
    <span class="nhsuk-u-visually-hidden">: </span>
  </span>
)
