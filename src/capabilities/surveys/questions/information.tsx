import { z } from 'zod'
import { FileUpload, Input } from '#design'
import { isId } from '#platform/ids.ts'
import { lengthOf, type Question, type QuestionType } from '../question.ts'
import { notCounted } from './own-words.tsx'
import { optionalWords } from './wording.ts'

/** Words to read between the questions, with a picture or without. Nothing is answered. */
export const information: QuestionType = {
  name: 'information',
  label: 'Information to read, with no answer',
  isOnlyRead: true,
  settings: z
    .object({
      text: z
        .string('Enter the information')
        .trim()
        .min(1, 'Enter the information')
        .refine((text) => lengthOf(text) <= 5000, 'The information must be 5,000 characters or fewer'),
      picture: z
        .string()
        .optional()
        .transform((id) => id || undefined)
        .refine((id) => id === undefined || isId(id), 'Choose the picture again'),
      'picture-description': optionalWords('The description of the picture', 500),
    })
    .refine((typed) => !typed.picture || typed['picture-description'], {
      path: ['picture-description'],
      error: 'Describe the picture for people who cannot see it',
    })
    .transform(({ text, picture: file, 'picture-description': description = '' }) => ({
      text,
      ...(file && { picture: { file, description } }),
    })),
  SettingsFields: ({ values, errors }) => (
    <>
      <FileUpload
        id="picture-upload"
        name="picture-upload"
        label={{ text: 'Picture (optional)', size: 's' }}
        hint={values.picture ? 'There is a picture. Choose another to put in its place.' : 'JPEG, PNG or WebP.'}
        attributes={{ accept: 'image/jpeg,image/png,image/webp' }}
        errorMessage={errors['picture-upload'] ?? errors.picture}
      />
      {values.picture && <input type="hidden" name="picture" value={values.picture} />}
      <Input
        id="picture-description"
        name="picture-description"
        label={{ text: 'What the picture shows', size: 's' }}
        hint="For people who cannot see it. You need this if there is a picture."
        value={values['picture-description']}
        errorMessage={errors['picture-description']}
      />
    </>
  ),
  fields: () => [],
  answer: () => ({ choices: null, words: null, mistakes: {} }),
  typed: () => ({}),
  Field: ({ question, addressOf }) => (
    <div class="gt-information" id={question.key}>
      <Reading question={question} addressOf={addressOf} />
    </div>
  ),
  Paper: ({ question, addressOf }) => (
    <section class="gt-on-paper">
      <Reading question={question} addressOf={addressOf} />
    </section>
  ),
  shown: () => '',
  ...notCounted,
  columns: () => [],
  cells: () => ({}),
}

/** Paragraphs have an empty line between them. */
const Reading = ({ question: { text, picture }, addressOf }: { question: Question; addressOf: ((file: string) => string) | undefined }) => (
  <>
    {text.split(/\n\s*\n/).map((paragraph) => (
      <p>{paragraph}</p>
    ))}
    {picture &&
      (addressOf ? (
        <img class="gt-information__picture" src={addressOf(picture.file)} alt={picture.description} />
      ) : (
        <p>Picture: {picture.description}</p>
      ))}
  </>
)
