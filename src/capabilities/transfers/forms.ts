import { z } from 'zod'
import { formats } from './exported-file.ts'

export const importForm = z.object({
  title: z
    .string()
    .trim()
    .optional()
    .default('')
    .refine((title) => title.length <= 120, 'The title must be 120 characters or fewer'),
})
export type ImportInput = z.infer<typeof importForm> & { file: unknown }

export const exportForm = z.object({
  format: z.enum(formats, 'Choose what you want the file to be'),
  all: z
    .string()
    .optional()
    .transform((ticked) => ticked === 'yes'),
})
export type ExportInput = z.infer<typeof exportForm>
