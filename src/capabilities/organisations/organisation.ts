export const organisationKinds = ['commissioner', 'practice', 'provider', 'partner', 'council', 'voluntary'] as const
export type OrganisationKind = (typeof organisationKinds)[number]

/** What a kind of organisation is called on a page. */
export const kindNames: Record<OrganisationKind, string> = {
  commissioner: 'Commissioner',
  practice: 'Practice',
  provider: 'Provider',
  partner: 'Partner',
  council: 'Council',
  voluntary: 'Voluntary or community group',
}

/** An organisation as it is called now. */
export interface Organisation {
  id: string
  kind: OrganisationKind
  name: string
  code: string | null
  postcode: string | null
  closedOn: string | null
}

/** The whole record: everything it was ever called, and where it was. Dates as 2026-09-30, latest first. */
export interface OrganisationRecord extends Organisation {
  openedOn: string | null
  names: { name: string; fromOn: string }[]
  codes: { code: string; scheme: string; fromOn: string; toOn: string | null }[]
  addresses: { lines: string; postcode: string; fromOn: string }[]
}

/** Closed on its last day still counts as open. */
export const isClosed = ({ closedOn }: Pick<Organisation, 'closedOn'>, today: string) => closedOn !== null && closedOn < today
