import type { Command } from './commands.ts'
import type { Actor, Commissioner, Context } from './context.ts'
import type { Json, SpineRow } from './digests.ts'
import type { Job } from './jobs.ts'
import { mayLook } from './roles.ts'
import type { Web } from './web.tsx'

/** A step of the golden thread, as a person reads it. */
export interface ThreadNode {
  kind: string
  id: string
  label: string
  at: Date | null
  /** True where it is written down and still to happen, as a message that has not left. */
  pending?: boolean
  /** Where staff read more of it. */
  href: string | null
}

/** How two neighbouring kinds of step are joined; asked for many at once, in either direction. */
export interface ThreadJoin {
  from: string
  to: string
  relation: string
  /** The pairs that leave these `from` ids. */
  forward(ctx: Context, fromIds: readonly string[]): Promise<{ from: string; to: string }[]>
  /** The pairs that reach these `to` ids. */
  backward(ctx: Context, toIds: readonly string[]): Promise<{ from: string; to: string }[]>
}

export interface Listed {
  kind: string
  /** All of them, latest first, 500 at most: for `goldthread list`. */
  list(ctx: Context): Promise<Pick<ThreadNode, 'id' | 'label' | 'at'>[]>
}

export interface ThreadKind {
  kind: string
  /** Its nodes by id; one that may not be read by this actor keeps its place with a label that says so. */
  describe(ctx: Context, ids: readonly string[]): Promise<ThreadNode[]>
  /** All of them, latest first, 500 at most: for `goldthread list`. */
  list(ctx: Context): Promise<ThreadNode[]>
}

/** Rows that `verify` holds against the digests in events. `read` returns them by id, in order, from after an id. */
export interface SpineKind {
  kind: string
  read(ctx: Context, afterId: string, limit: number): Promise<SpineRow[]>
}

/** A link that one capability puts on another's page. `on` is the page's thing, as consultation or finding. */
export interface Neighbour {
  on: string
  shell: 'public' | 'desk'
  links(ctx: Context, id: string): Promise<{ text: string; href: string; hint?: string }[]>
}

export type Door = 'Plan' | 'Ask' | 'Hear' | 'Make sense' | 'Decide' | 'Reply' | 'Prove' | 'People'

/** A page of the desk, behind one of its doors; `may` says who can open it, where it is not every member of staff who may look. */
export interface DeskLink {
  door: Door
  text: string
  href(commissioner: string): string
  may?: (actor: Actor) => boolean
}

/** Makes the path of the link in a message at the moment it is sent, with a secret that is kept nowhere. */
export interface MailLink {
  kind: string
  /** Called anew for each try to send it. */
  make(ctx: Context, subjectId: string): Promise<string>
  /** Called when it was sent, or refused for good: what was kept only to make it can go. */
  sent?(ctx: Context, subjectId: string): Promise<void>
}

/** Says where a recipient is to be reached now; null when they no longer can be. */
export interface Recipient {
  kind: string
  emailOf(ctx: Context, id: string): Promise<string | null>
}

export interface LabelBatch {
  coder: string
  source: string
  labels: readonly { contributionId: string; label: string }[]
  /** From 1, very positive, to 5, very negative. */
  sentiments?: readonly { contributionId: string; value: 1 | 2 | 3 | 4 | 5 }[]
}

/** Codings that go from one theme to another: all of them, or those of some comments. */
export interface CodingCarry {
  from: string
  to: string
  contributionIds?: readonly string[]
  /** Only those that were once carried to `from` from `to`: a merge is taken back. */
  back?: boolean
}

/** Looks at words as they come in, and says why they should wait for someone on duty; and hears of those that wait. */
export interface Screen {
  /** Why these words should be held, as a kind of concern; null where nothing suggests it. Pure, and quick. */
  look(words: string): string | null
  /** Called in the transaction that received them. */
  noticed(ctx: Context, contributionIds: readonly string[]): Promise<void>
}

/** Something with dates that others planning for the same people should know of. Everyone in the installation may see it. */
export interface CalendarEntry {
  id: string
  title: string
  startsOn: string
  endsOn: string
  /** The communities it asks something of, as named by its author. */
  communities: readonly string[]
  /** Whose it is. */
  organiser: string
  /** A public address, as a path here or whole; null where there is none. */
  href: string | null
}

export interface PublicLink {
  text: string
  href(commissioner: string): string
}

/** Where a postcode is, as the directories of this installation have it. */
export interface Located {
  /** Its small area, of about 1,500 people: a code such as E01000001. */
  lsoa: string
  /** From 1, the most deprived tenth of England, to 10; null where that is not known. */
  decile: number | null
  /** The code of its district, such as E09000001. */
  district: string | null
}

/** What a capability gives the house. Everything but its name may be absent. */
export interface Capability {
  name: string
  routes?: (web: Web) => void
  commands?: readonly Command[]
  jobs?: readonly Job[]
  desk?: readonly DeskLink[]
  neighbours?: readonly Neighbour[]
  threadKinds?: readonly ThreadKind[]
  threadJoins?: readonly ThreadJoin[]
  /** What else `goldthread list` lists, beside the steps of the thread. */
  lists?: readonly Listed[]
  spine?: readonly SpineKind[]
  mailLinks?: readonly MailLink[]
  recipients?: readonly Recipient[]
  /** What an event says in a history: 'consultation.closed' → 'Closed it early'. */
  sentences?: Readonly<Record<string, (detail: { [key: string]: Json }) => string>>
  /** Labels that came with an import become codings; returns their rows for the batch's event. Filled once. */
  takeLabels?: (ctx: Context, batch: LabelBatch) => Promise<SpineRow[]>
  /** Every coding that stands under one theme stands under another from now on, as it was made; returns the rows for the event. Filled once. */
  carryCodings?: (ctx: Context, carry: CodingCarry) => Promise<SpineRow[]>
  /** Filled once. */
  screen?: Screen
  /** What this commissioner has planned in public, between two dates inclusive. */
  calendarEntries?: (ctx: Context, between: { from: string; to: string }) => Promise<CalendarEntry[]>
  /** Done inside the transaction that publishes a decision. */
  onDecisionPublished?: (ctx: Context, decisionId: string) => Promise<void>
  /** Links at the top of every public page, and at its foot. */
  publicLinks?: readonly PublicLink[]
  footerLinks?: readonly PublicLink[]
  /** Who is asking, from the secrets in their cookies; `kinds` says whom to look for. Filled once. */
  identify?: (
    ctx: Context,
    kinds: { staff: boolean; person: boolean },
    cookies: Readonly<Record<string, string | undefined>>,
  ) => Promise<Actor | null>
  /** Where staff sign in, to go on afterwards to the address they asked for. Filled once. */
  signInAddress?: (commissioner: Commissioner, wanted: string) => string
  /** Where a whole postcode is; null where no directory here has it. Nothing of it is kept. Filled once. */
  placeOf?: (ctx: Context, postcode: string) => Promise<Located | null>
  /** Names of members of staff by membership id. Filled once. */
  staffNames?: (ctx: Context, ids: readonly string[]) => Promise<Map<string, string>>
}

// Said here and not in context.ts, which would then need this file while this file needs it.
declare module './context.ts' {
  interface Context {
    slots: Slots
  }
}

export interface Slots {
  capabilities: readonly Capability[]
  commands: readonly Command[]
  jobs: readonly Job[]
  threadKinds: readonly ThreadKind[]
  threadJoins: readonly ThreadJoin[]
  lists: readonly Listed[]
  spine: readonly SpineKind[]
  mailLinks: readonly MailLink[]
  recipients: readonly Recipient[]
  sentences: Readonly<Record<string, (detail: { [key: string]: Json }) => string>>
  /** The pages of the desk that this actor can open. */
  deskOf(actor: Actor, commissioner: string): { door: Door; text: string; href: string }[]
  takeLabels: NonNullable<Capability['takeLabels']>
  carryCodings: NonNullable<Capability['carryCodings']>
  screen: Screen
  calendarEntries: NonNullable<Capability['calendarEntries']>
  onDecisionPublished: NonNullable<Capability['onDecisionPublished']>
  publicLinks: readonly PublicLink[]
  footerLinks: readonly PublicLink[]
  identify: NonNullable<Capability['identify']>
  signInAddress: NonNullable<Capability['signInAddress']>
  placeOf: NonNullable<Capability['placeOf']>
  staffNames: NonNullable<Capability['staffNames']>
  neighboursOf(ctx: Context, on: string, shell: 'public' | 'desk', id: string): Promise<{ text: string; href: string; hint?: string }[]>
}

/** Gather what every capability fills, in the order of the house. */
export function gather(capabilities: readonly Capability[]): Slots {
  const all = <Part>(pick: (capability: Capability) => readonly Part[] | undefined) =>
    capabilities.flatMap((capability) => pick(capability) ?? [])
  const neighbours = all((capability) => capability.neighbours)
  return {
    capabilities,
    commands: all((capability) => capability.commands),
    jobs: all((capability) => capability.jobs),
    threadKinds: all((capability) => capability.threadKinds),
    threadJoins: all((capability) => capability.threadJoins),
    lists: all((capability) => capability.lists),
    spine: all((capability) => capability.spine),
    mailLinks: all((capability) => capability.mailLinks),
    recipients: all((capability) => capability.recipients),
    sentences: Object.assign({}, ...capabilities.map((capability) => capability.sentences ?? {})),
    deskOf: (actor, commissioner) =>
      all((capability) => capability.desk).flatMap(({ door, text, href, may }) =>
        (may ?? mayLook)(actor) ? [{ door, text, href: href(commissioner) }] : [],
      ),
    takeLabels: capabilities.find((capability) => capability.takeLabels)?.takeLabels ?? (async () => []),
    carryCodings: capabilities.find((capability) => capability.carryCodings)?.carryCodings ?? (async () => []),
    screen: capabilities.find((capability) => capability.screen)?.screen ?? { look: () => null, noticed: async () => {} },
    async calendarEntries(ctx, between) {
      const found = []
      for (const capability of capabilities) found.push(...((await capability.calendarEntries?.(ctx, between)) ?? []))
      return found
    },
    async onDecisionPublished(ctx, decisionId) {
      for (const capability of capabilities) await capability.onDecisionPublished?.(ctx, decisionId)
    },
    publicLinks: all((capability) => capability.publicLinks),
    footerLinks: all((capability) => capability.footerLinks),
    signInAddress:
      capabilities.find((capability) => capability.signInAddress)?.signInAddress ?? ((commissioner) => `/${commissioner.slug}`),
    identify: capabilities.find((capability) => capability.identify)?.identify ?? (async () => null),
    placeOf: capabilities.find((capability) => capability.placeOf)?.placeOf ?? (async () => null),
    staffNames: capabilities.find((capability) => capability.staffNames)?.staffNames ?? (async () => new Map()),
    async neighboursOf(ctx, on, shell, id) {
      const found = []
      for (const neighbour of neighbours)
        if (neighbour.on === on && neighbour.shell === shell) found.push(...(await neighbour.links(ctx, id)))
      return found
    },
  }
}
