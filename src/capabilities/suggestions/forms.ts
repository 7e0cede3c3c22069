import { z } from 'zod'
import { readKey } from '#capabilities/codings'

const choose = 'Choose at least one survey or source'

export const batchesForm = z.object({
  batch: z
    .union([z.string(), z.array(z.string())], choose)
    .transform((keys) => [...new Set([keys].flat())])
    .refine((keys) => keys.length > 0 && keys.every((key) => readKey(key) !== null), choose),
})
export type BatchesInput = z.infer<typeof batchesForm>
