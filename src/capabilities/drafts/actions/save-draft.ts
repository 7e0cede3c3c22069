import { formatDate } from '#design'
import type { Context } from '#platform/context.ts'
import { refuseIf } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { letFilesWait } from '#platform/files.ts'
import type { Body } from '#platform/forms.ts'
import { newBlindId, newToken } from '#platform/ids.ts'
import { queueMessage } from '#platform/mail.ts'
import { endOf, hourOf, keysOf, lastDay, lastsUntil, pathToKeep, warnsOf } from '../draft.ts'
import { paths } from '../paths.ts'
import { countAsked, deleteWarningsOf, findAddressByKey, insertAddress } from '../queries/addresses.ts'
import { insertDraft, keepClosing, titleOfSurvey } from '../queries/drafts.ts'
import { deleteReturnLink, insertReturnLink, keepKeys } from '../queries/links.ts'

interface Saving {
  surveyId: string
  versionId: string
  /** Answers alone: the caller leaves out who is answering. */
  body: Body
  /** Where to go on, as the caller numbers its pages. */
  page: number
  address: string
  /** What takes a post of the link's button, given the link's secret: a path of ours. */
  returnPath: (token: string) => string
  closesOn: string | null
  /** The secret by which these answers were opened, where they were saved before. */
  from?: string | undefined
  /** Files that were kept for these answers, and wait. */
  files?: readonly string[]
}

const mostLinksADay = 10

/**
 * Keep answers to be finished later, and send a link to them. What was saved before stays as it was, so that nobody overwrites anyone;
 * the draft knows nobody, and its link's secret is made when the message is sent.
 */
export async function saveDraft(ctx: Context, saving: Saving): Promise<{ sentTo: 'address' }> {
  const { surveyId, closesOn, from } = saving
  const commissionerId = ctx.commissioner.id
  const email = saving.address.toLowerCase()
  const until = lastsUntil(ctx.today)
  const asked = await countAsked(ctx.db, { surveyId, email, lastsUntil: until })
  refuseIf(
    asked >= mostLinksADay,
    `We sent ${mostLinksADay} links to this address today. Use the last of them, or save your answers tomorrow`,
  )

  await keepClosing(ctx.db, { commissionerId, surveyId, closesOn })
  const before = from ? await findAddressByKey(ctx.db, keysOf(from).address) : undefined
  const isSame = before?.email === email && before.surveyId === surveyId
  // The same address saves again, perhaps in two windows: it is warned of the last one only.
  if (isSame) await deleteWarningsOf(ctx.db, before.series)

  const expiresOn = lastDay(ctx.today, closesOn)
  const [linkId, draftId, addressId] = [newBlindId(), newBlindId(), newBlindId()]
  const { 'return-address': _, ...body } = saving.body
  await insertDraft(ctx.db, {
    commissionerId,
    id: draftId,
    surveyId,
    versionId: saving.versionId,
    page: saving.page,
    body,
    returnPath: pathToKeep(saving.returnPath),
    savedAt: hourOf(ctx.now),
    lastsUntil: until,
  })
  await insertAddress(ctx.db, {
    commissionerId,
    id: addressId,
    surveyId,
    email,
    series: isSame ? before.series : newBlindId(),
    lastsUntil: until,
    // So near its end the message with the link is the warning.
    toldOf: expiresOn <= warnsOf(ctx.today) ? expiresOn : null,
  })
  await insertReturnLink(ctx.db, { commissionerId, id: linkId, draftId, addressId })
  await letFilesWait(ctx, saving.files ?? [], endOf(until))
  await queueMessage(ctx, {
    kind: 'saved answers',
    recipient: { kind: 'return address', id: addressId },
    subject: 'Your saved answers',
    body: letter(await titleOfSurvey(ctx.db, surveyId), expiresOn),
    link: { kind: 'saved answers', subjectId: linkId },
  })
  // By the link's id, which leads nowhere once the message has left: a draft's own would tell to the second when it was saved.
  await record(ctx, 'draft.saved', linkId, { survey: surveyId }, { publicPagesStay: true })
  return { sentTo: 'address' }
}

const letter = (title: string, expiresOn: string) =>
  [
    `You saved your answers to “${title}” to finish them later. Open this link to go on where you stopped:`,
    '[link]',
    `We keep your answers until the end of ${formatDate(expiresOn)}. Then we delete them.`,
    'Anyone who has this link can read your answers. If you save them again, we send you a new link. This one still opens what you saved now.',
    'We keep your email address apart from your answers. We use it to send you this link, and to tell you before your answers are deleted or if the closing date changes. We delete it when the survey closes.',
    'If you did not ask for this, you do not need to do anything.',
  ].join('\n\n')

/** The path of the link in the message, made anew each time it is tried: only the hashes of its secret are kept. */
export async function makeReturnLink(ctx: Context, linkId: string): Promise<string> {
  const token = newToken()
  // Where the answers have gone meanwhile, the link's page says so.
  await keepKeys(ctx.db, linkId, keysOf(token))
  return paths.saved({ commissioner: ctx.commissioner.slug, token })
}

/** The message has left: from now on nothing here leads from an address to what it saved. */
export const forgetReturnLink = (ctx: Context, linkId: string) => deleteReturnLink(ctx.db, linkId)
