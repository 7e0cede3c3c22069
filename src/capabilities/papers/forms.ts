import { z } from 'zod'
import type { Body } from '#platform/forms.ts'
import { aDate, dateTyped } from '#platform/typed-dates.ts'
import { readSerial } from './serial.ts'

/** What stands on every form beside its questions. */
export const printForm = z.object({
  copies: z
    .string('Enter how many forms to print')
    .trim()
    .regex(/^\d+$/, 'Enter how many forms to print, as a number')
    .transform(Number)
    .refine((copies) => copies >= 1 && copies <= 200, 'Print between 1 and 200 forms at a time'),
})
export type PrintInput = z.infer<typeof printForm>

const serial = z
  .string('Enter the serial number printed on the form')
  .trim()
  .min(1, 'Enter the serial number printed on the form')
  .transform((typed, check) => {
    const read = readSerial(typed)
    if (read === null) check.addIssue({ code: 'custom', message: 'This is not a serial number of ours: check each letter and digit' })
    return read ?? ''
  })

const keyingSchema = z.object({
  serial,
  receivedOn: aDate('the day the form came'),
})

/** The fields beside the questions, put together: the serial number and the day the form came. */
export function readBeside(body: Body) {
  const read = keyingSchema.safeParse({ serial: one(body, 'serial'), receivedOn: dateTyped(body, 'receivedOn') })
  const errors: Record<string, string> = {}
  for (const issue of read.error?.issues ?? []) errors[String(issue.path[0])] ??= issue.message
  return { value: read.data, errors }
}

const one = (body: Body, name: string) => [body[name] ?? ''].flat().at(-1) ?? ''

export const singleForm = z.object({
  reason: z
    .string('Enter why it is not typed twice')
    .trim()
    .min(1, 'Enter why it is not typed twice')
    .max(500, 'The reason must be 500 characters or fewer'),
})
