import { z } from 'zod'

export const settlementForm = z.object({ decision: z.enum(['arrived', 'send again'], 'Say whether it arrived, or is to be sent again') })
