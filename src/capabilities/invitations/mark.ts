import { createHmac, randomBytes } from 'node:crypto'

export const newKey = () => randomBytes(32)

/** An address as it is compared: without spaces around it, and in small letters. What stands before "+" or between dots is the person's own. */
export const plainAddress = (address: string) => address.trim().toLowerCase()

/** What is kept of an address, or of where someone came from: it can be told again, and not read, by whoever has the survey's key. */
export const markOf = (key: Buffer, text: string) => createHmac('sha256', key).update(text).digest()

/** The network that a request came from, for counting: a building or a street has one, and a person may have many addresses in it. */
export const networkOf = (remote: string) =>
  remote.includes('.') ? remote.split('.').slice(0, 3).join('.') : remote.split(':').slice(0, 3).join(':')
