import { Tag } from '#design'
import { type Finding, stateOf } from '../finding.ts'

const tags = {
  withdrawn: ['Withdrawn', 'grey'],
  published: ['Published', 'green'],
  agreed: ['Agreed, not published', 'blue'],
  'changes asked for': ['Changes asked for', 'orange'],
  'not reviewed': ['Not reviewed yet', 'yellow'],
} as const

/** Where a finding is on its way to everyone. */
export const StateTag = ({ finding }: { finding: Finding }) => {
  const [text, colour] = tags[stateOf(finding)]
  return <Tag text={text} colour={colour} />
}
