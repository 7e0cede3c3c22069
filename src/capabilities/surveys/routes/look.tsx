import type { Context } from '#platform/context.ts'
import { NotFound } from '#platform/errors.ts'
import { findFile } from '#platform/files.ts'
import { entriesUnder } from '#platform/glossary.ts'
import { mayLook } from '#platform/roles.ts'
import { fileReply, page, type Web } from '#platform/web.tsx'
import { findingsIn } from '../check-finding.ts'
import { CheckPage } from '../pages/check.tsx'
import { PreviewPage } from '../pages/preview.tsx'
import { VersionsPage } from '../pages/versions.tsx'
import { paths } from '../paths.ts'
import { mayBuildSurveys } from '../policy.ts'
import { countResponsesByVersion } from '../queries/answered.ts'
import { findSurvey, listVersions } from '../queries/versions.ts'
import { readabilityOf } from '../readability.ts'
import { pagesOf } from '../survey-page.ts'
import { minutesToAnswer } from '../time-to-answer.ts'
import { differencesBetween } from '../version-difference.ts'
import { textOf } from '../wording-finding.ts'

const back = (here: { commissioner: string; id: string }) => ({ back: { href: paths.builder(here), text: 'Back to the questions' } })

/** Looking at the questions: as people will see them, as plain English, and from version to version. */
export function lookRoutes(web: Web) {
  web.desk.get(paths.preview, mayLook, async ({ db, params, query }) => {
    const survey = await findSurvey(db, params.id)
    const pages = pagesOf(survey)
    const shown = pages[Number(query.page ?? 1) - 1] ?? pages[0]
    return page(
      `Preview: ${survey.title}`,
      <PreviewPage here={params} survey={survey} pages={pages} page={shown} isWide={query.width === 'full'} />,
      { ...back(params), width: 'reading' },
    )
  })

  web.desk.get(paths.check, mayLook, async ({ db, params, actor }) => {
    const survey = await findSurvey(db, params.id)
    const shown = {
      readability: readabilityOf(survey.questions.map(textOf).join('\n')),
      minutes: minutesToAnswer(survey.questions),
      findings: findingsIn(survey.questions, {
        avoided: entriesUnder('Words we do not use'),
        letters: entriesUnder('Letters that stand for words'),
      }),
      mayBuild: mayBuildSurveys(actor),
    }
    return page(`Plain English check: ${survey.title}`, <CheckPage here={params} survey={survey} {...shown} />, back(params))
  })

  web.desk.get(paths.versions, mayLook, async ({ db, params }) => {
    const { surveyId, title } = await findSurvey(db, params.id)
    const versions = await listVersions(db, surveyId)
    const counted = await countResponsesByVersion(db, surveyId)
    const shown = versions.map((version, at) => {
      const before = versions[at + 1]
      return { ...version, responses: counted.get(version.id) ?? 0, differences: before ? differencesBetween(before, version) : [] }
    })
    return page(`Versions: ${title}`, <VersionsPage title={title} versions={shown} />, back(params))
  })

  web.desk.get(paths.deskPicture, mayLook, async ({ db, params }) => {
    const survey = await findSurvey(db, params.id)
    return fileReply(await findPicture(db, [survey], params.file), 'to one person')
  })

  web.open.get(paths.picture, async ({ db, params }) => {
    const { surveyId } = await findSurvey(db, params.id)
    const released = (await listVersions(db, surveyId)).filter((version) => version.released)
    return fileReply(await findPicture(db, released, params.file), 'to everyone')
  })
}

/** A picture by its file, where one of these versions shows it. */
async function findPicture(db: Context['db'], versions: Parameters<typeof pagesOf>[0][], file: string) {
  if (!versions.some(({ questions }) => questions.some(({ picture }) => picture?.file === file))) throw new NotFound(`picture ${file}`)
  return findFile(db, file)
}
