import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

/** How many whole answers a second this request gets from a server on the loopback, asked by another process over 32 connections. */
export async function rateOf(
  port: number,
  { request, status, seconds }: { request: string; status: number; seconds: number },
): Promise<number> {
  const knocking = JSON.stringify({ port, request, status, seconds, connections: 32 })
  const visitor = spawn(process.execPath, ['--import', 'tsx', fileURLToPath(new URL('knock.ts', import.meta.url)), knocking], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [said, [code]] = await Promise.all([text(visitor.stdout), once(visitor, 'exit')])
  if (code !== 0) throw new Error('The visitor came back without an answer')
  return Number(said)
}

export const portOf = (address: unknown) => (address as { port: number }).port
