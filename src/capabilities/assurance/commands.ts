import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import type { Answer, Command, Option } from '#platform/commands.ts'
import type { Context } from '#platform/context.ts'
import { Refused } from '#platform/errors.ts'
import { isId } from '#platform/ids.ts'
import { exportHistory } from './actions/export-history.ts'
import { verifyHistory } from './actions/verify-history.ts'
import { describeSteps, walkThread } from './actions/walk-thread.ts'
import { verifyFile } from './history-file.ts'
import type { Verification } from './problem.ts'

const whose: Option = { flags: '--commissioner <slug>', about: 'whose history', required: true }

const answerOf = ({ ok, events, head, problems }: Verification): Answer => ({
  json: { ok, events, head, problems: problems.map((problem) => ({ ...problem })) },
  text: [
    `${ok ? 'The history verifies' : 'The history does not verify'}: ${events} events, head ${head ?? 'none yet'}`,
    ...problems.map(({ says }) => `  ${says}`),
  ].join('\n'),
  failed: !ok,
})

const verify: Command = {
  name: 'verify',
  takes: '[file]',
  about: 'Check the sealed history of a commissioner, or an exported history: what was changed, removed or slipped in',
  options: [{ ...whose, required: false }],
  async run(place, [file], { commissioner }) {
    if (file === undefined && !commissioner) throw new Refused('Say whose history to verify with --commissioner, or name an exported file')
    if (file === undefined) return answerOf(await place.within(String(commissioner), verifyHistory))
    try {
      return answerOf(await verifyFile(createInterface({ input: place.open(file), crlfDelay: Number.POSITIVE_INFINITY })))
    } catch (error) {
      if (error instanceof RangeError) throw new Refused(error.message)
      throw error
    }
  },
}

const exported: Command = {
  name: 'history export',
  about: 'Write the sealed history to a file that anyone can verify with ordinary tools',
  options: [whose, { flags: '--out <file>', about: 'the file to write', required: true }],
  async run(place, _, { commissioner, out }) {
    const file = String(out)
    const stream = createWriteStream(`${file}.part`)
    try {
      await once(stream, 'open')
      const whole = await place.within(String(commissioner), (ctx) =>
        exportHistory(ctx, async (line) => {
          if (!stream.write(`${line}\n`)) await once(stream, 'drain')
        }),
      )
      stream.end()
      await once(stream, 'finish')
      await rename(`${file}.part`, file)
      return { json: whole, text: `${whole.events} events in ${whole.seals} seals, head ${whole.head ?? 'none yet'}` }
    } catch (error) {
      stream.destroy()
      await rm(`${file}.part`, { force: true })
      throw error
    }
  },
}

const thread: Command = {
  name: 'thread',
  takes: '<subject>',
  about: 'The golden thread from a contribution, theme, finding, decision, change or notice, both ways: kind:id',
  options: [{ ...whose, about: 'where to look; without it, everywhere', required: false }],
  async run(place, [subject = ''], { commissioner }) {
    // An id is one commissioner's alone, so the first that knows it is the right one.
    const slugs = commissioner ? [String(commissioner)] : (await place.commissioners()).map(({ slug }) => slug)
    for (const slug of slugs) {
      const answer = await place.within(slug, (ctx) => threadOf(ctx, subject))
      if (answer) return answer
    }
    throw new Refused(`There is no ${subject.replace(':', ' ')}`)
  },
}

async function threadOf(ctx: Context, subject: string): Promise<Answer | null> {
  const [kind = '', id = ''] = subject.split(':')
  if (!ctx.slots.threadKinds.some((known) => known.kind === kind) || !isId(id))
    throw new Refused(`Name a step as kind:id, where the kind is one of ${kindsOf(ctx)}`)
  const start = { kind, id }
  if (!(await describeSteps(ctx, [start])).has(id)) return null
  const links = [...(await walkThread(ctx, start, 'backward')), ...(await walkThread(ctx, start, 'forward'))]
  const nodes = [...(await describeSteps(ctx, [start, ...links.flatMap(({ from, to }) => [from, to])])).values()]
  return {
    json: {
      nodes: nodes.map((node) => ({ kind: node.kind, id: node.id, label: node.label, at: node.at?.toISOString() ?? null })),
      links: links.map(({ from, to, relation }) => ({ from: from.id, to: to.id, relation })),
    },
    text: nodes.map((node) => `${node.kind.padEnd(12)} ${node.id}  ${node.label}`).join('\n'),
  }
}

const list: Command = {
  name: 'list',
  takes: '<kind>',
  about: 'Contributions, themes, findings, decisions, changes, notices or consultations, latest first, with their ids',
  options: [whose],
  run: (place, [asked = ''], { commissioner }) =>
    place.within(String(commissioner), async (ctx) => {
      const lists = [...ctx.slots.threadKinds, ...ctx.slots.lists]
      const kind = lists.find((known) => asked === known.kind || asked === `${known.kind}s`)
      if (!kind) throw new Refused(`There is no list of ${asked}: choose one of ${lists.map((known) => known.kind).join(', ')}`)
      const nodes = await kind.list(ctx)
      return {
        json: nodes.map(({ id, label, at }) => ({ id, title: label, at: at?.toISOString() ?? null })),
        text: nodes.map(({ id, label, at }) => `${id}  ${at?.toISOString().slice(0, 10) ?? '          '}  ${label}`).join('\n'),
      }
    }),
}

const kindsOf = (ctx: Context) => ctx.slots.threadKinds.map(({ kind }) => kind).join(', ')

export const commands: readonly Command[] = [verify, exported, thread, list]
