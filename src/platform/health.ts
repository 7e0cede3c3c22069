import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import type { Database } from './db.ts'

/** `live`: this process answers. `ready`: and its database does. */
export function healthRoutes(fastify: FastifyInstance, database: Database) {
  fastify.get('/health/live', (_, reply) => reply.header('cache-control', 'no-store').send({ ok: true }))
  fastify.get('/health/ready', async (_, reply) => {
    reply.header('cache-control', 'no-store')
    try {
      await database.within({ commissionerId: null }, (db) => sql`select 1`.execute(db))
      return reply.send({ ok: true })
    } catch {
      return reply.code(503).send({ ok: false })
    }
  })
}
