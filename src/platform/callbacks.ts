import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { contextOf, type House, holdsNothing } from './answering.ts'
import { explain } from './failures.tsx'
import type { Call, Callback } from './web.tsx'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Posted to by other programs, which are not asked which page they come from. */
    fromPrograms?: true
  }
}

const most = 64 * 1024

/** What other programs post: JSON and nothing else, answered with a status alone. */
export function answerCallbacks(house: House, server: FastifyInstance, callbacks: readonly Callback[]) {
  server.removeAllContentTypeParsers()
  server.addContentTypeParser('application/json', { parseAs: 'string', bodyLimit: most }, (_, text, done) => {
    try {
      done(null, JSON.parse(String(text)))
    } catch {
      done(Object.assign(new Error('not JSON'), { statusCode: 400 }))
    }
  })
  server.setErrorHandler((error: { statusCode?: number }, _, reply) => reply.code(error.statusCode ?? 500).send())
  for (const callback of callbacks)
    server.post(callback.pattern, { bodyLimit: most, config: { fromPrograms: true } }, (request, reply) =>
      answerCallback(house, callback, request, reply),
    )
}

async function answerCallback(house: House, { handler }: Callback, request: FastifyRequest, reply: FastifyReply) {
  reply.header('cache-control', 'no-store')
  try {
    const params = request.params as { commissioner: string }
    const commissioner = holdsNothing(params) ? undefined : await house.find(params.commissioner)
    if (!commissioner) return reply.code(404).send()
    const done = { recorded: false, publicPagesChanged: false }
    const status = await house.database.within(
      { commissionerId: commissioner.id },
      (db) => {
        const told: Omit<Call<string>, keyof ReturnType<typeof contextOf>> = {
          params: params as Call<string>['params'],
          json: request.body,
          authorization: request.headers.authorization ?? '',
        }
        return handler({ ...contextOf(house, db, commissioner), done, ...told })
      },
      (status) => status < 400,
    )
    if (done.publicPagesChanged) house.publicPages.clear(commissioner.slug)
    return reply.code(status).send()
  } catch (error) {
    return reply.code(explain(error, house.log).status).send()
  }
}
