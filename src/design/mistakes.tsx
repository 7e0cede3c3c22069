import { ErrorSummary } from './nhsuk/index.ts'

interface Props {
  /** What is wrong, by the name of the field. Names without a mistake are left out. */
  errors: Readonly<Record<string, string | undefined>>
  /**
   * The id of the first thing to fill in, where it is not the field's name. Only dates need it:
   * `{ closesOn: 'closesOn-day' }`. The first radio or tick box of a question has the question's name as its id.
   */
  ids?: Readonly<Record<string, string>>
}

/** The list of mistakes at the top of a page. Each links to its field; nhsuk-frontend moves the focus here. */
export function Mistakes({ errors, ids = {} }: Props) {
  const errorList = Object.entries(errors).flatMap(([field, text]) => (text ? [{ text, href: `#${ids[field] ?? field}` }] : []))
  return errorList.length ? <ErrorSummary heading="There is a problem" errorList={errorList} /> : <></>
}
