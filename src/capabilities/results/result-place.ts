import type { Basis } from './basis.ts'
import { paths } from './paths.ts'
import { type View, writeView } from './result-view.ts'

/** Where the results of one survey or source are, and what belongs to them. */
export interface Place {
  /** A way of looking at them; of everything where none is named. */
  view(view?: Partial<View>): string
  file(format: string, view: View): string
  views: string
  viewRemoval(view: string): string
  /** Where it is said how people were chosen; nowhere for what was brought in from a file. */
  sampling: string | null
}

export function placeOf(commissioner: string, basis: Basis): Place {
  const withView = (address: string, ...said: string[]) => {
    const query = said.filter(Boolean).join('&')
    return query ? `${address}?${query}` : address
  }
  if (basis.surveyId === null) {
    const at = { commissioner, source: basis.sourceId }
    return {
      view: (view = {}) => withView(paths.source(at), writeView(view)),
      file: (format, view) => withView(paths.sourceFile(at), `format=${format}`, writeView(view)),
      views: paths.sourceViews(at),
      viewRemoval: (view) => paths.sourceViewRemoval({ ...at, view }),
      sampling: null,
    }
  }
  const at = { commissioner, survey: basis.surveyId }
  return {
    view: (view = {}) => withView(paths.survey(at), writeView(view)),
    file: (format, view) => withView(paths.surveyFile(at), `format=${format}`, writeView(view)),
    views: paths.surveyViews(at),
    viewRemoval: (view) => paths.surveyViewRemoval({ ...at, view }),
    sampling: paths.sampling(at),
  }
}
