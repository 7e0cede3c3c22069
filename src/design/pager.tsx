import { Pagination } from './nhsuk/index.ts'

export interface PagerProps {
  /** The addresses of the pages before and after this one. */
  previous?: string | null
  next?: string | null
  /** What is listed, for screen readers: 'Responses, more pages'. */
  label?: string
}

/** Links to the page before and the page after. Lists page by key, so pages have no numbers. */
export const Pager = ({ previous, next, label = 'More pages' }: PagerProps) =>
  previous || next ? (
    <Pagination ariaLabel={label} previous={previous ? { href: previous } : undefined} next={next ? { href: next } : undefined} />
  ) : (
    <></>
  )
