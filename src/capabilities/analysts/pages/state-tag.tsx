import { Tag } from '#design'
import type { PackageState } from '../package.ts'

const shown = {
  'not yet': { text: 'Not open yet', colour: 'blue' },
  open: { text: 'Open', colour: 'green' },
  over: { text: 'Over', colour: 'grey' },
  'taken back': { text: 'Access taken back', colour: 'red' },
} as const

export const StateTag = ({ state }: { state: PackageState }) => <Tag {...shown[state]} />
