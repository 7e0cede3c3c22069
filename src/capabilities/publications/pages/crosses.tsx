import { CrossTable } from '#design'
import type { PublishedCross, PublishedDivision, PublishedWeighting } from '../fixed-cross.ts'

interface Props {
  crosses: readonly PublishedCross[]
  divisions: readonly PublishedDivision[]
  weighting: PublishedWeighting | undefined
}

/** Every published table of one thing by another, each as bars and numbers; and how many are in each group. */
export const Crosses = ({ crosses, divisions, weighting }: Props) =>
  crosses.length === 0 ? null : (
    <>
      <h2 class="nhsuk-heading-m">Side by side</h2>
      <p>
        What different groups said. Each share is of everyone in the group, with those who did not answer the question. Groups differ in
        size, and nobody was picked to stand for a group.
      </p>
      {weighting && <AboutWeighting weighting={weighting} />}
      {crosses.map((cross, at) => (
        <Cross cross={cross} id={`cross-${at + 1}`} />
      ))}
      {divisions.map(({ label, options }) => (
        <p>
          How many are in each group of “{label}”:{' '}
          {options.map((option) => `${option.label}, ${option.count === '*' ? 'hidden' : number(option.count)}`).join('; ')}.
        </p>
      ))}
    </>
  )

const AboutWeighting = ({ weighting: { baselines, responses, effectiveSize, kishEffect } }: { weighting: PublishedWeighting }) => (
  <p>
    A weighted share stands beside some numbers: what the share would be if the {number(responses)} people who are weighted were as mixed as
    those who live here, by {baselines.join(' and ')}. It is a guess about people we did not hear from. Weighting makes the numbers less
    sure: they tell as much as {number(effectiveSize)} answers would (Kish’s effect is {kishEffect}).
  </p>
)

const Cross = ({ cross, id }: { cross: PublishedCross; id: string }) =>
  cross.lines.length === 0 ? (
    <section aria-labelledby={id}>
      <h3 class="nhsuk-heading-s" id={id}>
        {titleOf(cross)}
      </h3>
      <p>Too few people answered for any group to be shown by itself.</p>
    </section>
  ) : (
    <CrossTable
      id={id}
      title={titleOf(cross)}
      note={noteOn(cross)}
      rowHead={cross.several ? 'Answer or theme' : 'Answer'}
      columns={cross.columns.map(({ label, total }) => ({ label, of: total }))}
      rows={cross.lines.map(({ label }, row) => ({
        label,
        cells: cross.columns.map(({ total }, column) => ({
          count: cross.counts[row]![column]!,
          share: total === 0 ? null : cross.counts[row]![column]! / total,
          ...besideOf(cross.weighted?.[row]?.[column]),
        })),
      }))}
    />
  )

const besideOf = (weighted: number | null | undefined) => (typeof weighted === 'number' ? { beside: `weighted ${weighted}%` } : {})

const titleOf = ({ title, byLabel }: PublishedCross) => `${title}, by: ${byLabel}`

const noteOn = ({ several, together: { rows, columns } }: PublishedCross) =>
  [
    several && 'One response can be in several rows.',
    rows.length > 0 && `${several ? 'Left out' : 'Counted together'} as few people said it: ${rows.join('; ')}.`,
    columns.length > 0 && `Groups counted together as few people are in them: ${columns.join('; ')}.`,
  ]
    .filter(Boolean)
    .join(' ')

const number = (count: number) => count.toLocaleString('en-GB')
