import type { Command } from '#platform/commands.ts'
import { loadNorthmoor } from './actions/load-northmoor.ts'

export const commands: readonly Command[] = [
  {
    name: 'demo',
    about: 'Load the demonstration, Northmoor, into an empty database.',
    async run(place) {
      const { responses } = await loadNorthmoor(place)
      return { json: { commissioner: 'northmoor', responses }, text: `Northmoor is loaded: ${responses} responses.` }
    },
  },
]
