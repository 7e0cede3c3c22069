import { DateInLondon, Details } from '#design'
import type { Course } from '../course.ts'
import type { Proposal } from '../proposal.ts'
import { Paragraphs } from './words.tsx'

/** How it was run, in public: the reasons given for its dates, and everything that changed after people could read it. */
export const CourseOfIt = ({ proposal, course }: { proposal: Proposal; course: Course }) => (
  <>
    {proposal.shortPeriod && <p>Why people have less than twelve weeks to answer: {proposal.shortPeriod}</p>}
    {proposal.preElection && <p>Why it could not wait until after an election: {proposal.preElection}</p>}
    {course.extensions.map(({ from, to, reason, at }) => (
      <p>
        On <DateInLondon at={at} /> we gave people more time, until <DateInLondon on={to} /> and not <DateInLondon on={from} />. {reason}
      </p>
    ))}
    {course.statements.map(
      ({ about, words, dueOn, at }) =>
        about !== 'feedback-given' && (
          <p>
            On <DateInLondon at={at} /> we said{' '}
            {about === 'election' ? (
              'why it could not wait until after an election'
            ) : (
              <>
                that we will tell you what came of it later than we promised,{' '}
                {dueOn && (
                  <>
                    by <DateInLondon on={dueOn} />
                  </>
                )}
              </>
            )}
            : {words}
          </p>
        ),
    )}
    {course.corrections.map(({ part, before, reason, at }) => (
      <>
        <p>
          We corrected “{part}” on <DateInLondon at={at} />. {reason}
        </p>
        {before && (
          <Details summary={`What “${part}” said before`}>
            <Paragraphs text={before} />
          </Details>
        )}
      </>
    ))}
  </>
)
