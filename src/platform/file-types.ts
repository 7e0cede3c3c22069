import { fileTypeFromBuffer } from 'file-type'
import { withoutMetadata } from './photographs.ts'
import { withoutPlace } from './recordings.ts'

export type FileKind = 'image' | 'document' | 'text' | 'audio' | 'video'

/** A file as it came with a form. */
export interface Upload {
  name: string
  bytes: Uint8Array
  /** What the sender says it is, where it says so. */
  type?: string
}

export interface KeptFile {
  id: string
  name: string
  /** What its content was found to be. */
  type: string
  /** In bytes. */
  size: number
}

interface FileType {
  type: string
  kind: FileKind
  extensions: readonly string[]
  /** As people call it. */
  called: string
}

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Every type we keep. None of them can hold a script that a browser would run: no SVG, no HTML, no documents with macros. */
const fileTypes: readonly FileType[] = [
  { type: 'image/jpeg', kind: 'image', extensions: ['jpg', 'jpeg', 'jpe', 'jfif'], called: 'JPEG' },
  { type: 'image/png', kind: 'image', extensions: ['png'], called: 'PNG' },
  { type: 'image/webp', kind: 'image', extensions: ['webp'], called: 'WebP' },
  { type: 'application/pdf', kind: 'document', extensions: ['pdf'], called: 'PDF' },
  { type: word, kind: 'document', extensions: ['docx'], called: 'Word (.docx)' },
  { type: excel, kind: 'document', extensions: ['xlsx'], called: 'Excel (.xlsx)' },
  { type: 'application/vnd.oasis.opendocument.text', kind: 'document', extensions: ['odt'], called: 'OpenDocument (.odt)' },
  { type: 'text/plain', kind: 'text', extensions: ['txt'], called: 'plain text' },
  { type: 'text/csv', kind: 'text', extensions: ['csv'], called: 'CSV' },
  { type: 'audio/mpeg', kind: 'audio', extensions: ['mp3'], called: 'MP3' },
  { type: 'audio/mp4', kind: 'audio', extensions: ['m4a'], called: 'M4A' },
  { type: 'video/mp4', kind: 'video', extensions: ['mp4'], called: 'MP4' },
  { type: 'video/webm', kind: 'video', extensions: ['webm'], called: 'WebM' },
]

export const megabyte = 1024 * 1024

export interface FileRules {
  /** Pictures and documents where left out. */
  types?: readonly FileKind[] | undefined
  /** In bytes; 10 MB where left out. */
  largest?: number | undefined
}

export type CheckedFile =
  | { ok: true; name: string; type: string; kind: FileKind; bytes: Buffer }
  /** A sentence for the person, fit to stand beside the field. */
  | { ok: false; mistake: string }

/**
 * What a file is, by its content, and what is wrong with it. A file is refused where its ending or its sender says another thing than its content.
 * The bytes given back are those to keep: of a picture or a film without the place it was taken.
 */
export async function checkFile(
  upload: Upload,
  { types = ['image', 'document'], largest = 10 * megabyte }: FileRules = {},
): Promise<CheckedFile> {
  const name = safeName(upload.name)
  const bytes = Buffer.from(upload.bytes.buffer, upload.bytes.byteOffset, upload.bytes.byteLength)
  const no = (mistake: string): CheckedFile => ({ ok: false, mistake })
  if (bytes.length === 0) return no(`“${name}” is empty`)
  if (bytes.length > largest) return no(`“${name}” must be ${Math.floor(largest / megabyte)} MB or smaller`)

  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  const named = fileTypes.find(({ extensions }) => extensions.includes(ending))
  const wanted = fileTypes.filter(({ kind }) => types.includes(kind))
  if (!named || !wanted.includes(named)) return no(`“${name}” must be one of these: ${wanted.map(({ called }) => called).join(', ')}`)
  const said = fileTypes.find(({ type }) => type === upload.type?.split(';')[0]?.trim().toLowerCase())
  const honest = (said === undefined || said.kind === named.kind) && (await isWhat(named, bytes))
  if (!honest) return no(`What is in “${name}” is not what its name says. Save it again as ${named.called}, then choose it again`)
  const kept = withoutTrace(named.type, bytes)
  if (!kept) return no(`“${name}” is damaged or not complete. Open it, save it again as ${named.called}, then choose it again`)
  return { ok: true, name, type: named.type, kind: named.kind, bytes: kept }
}

async function isWhat({ type, kind }: FileType, bytes: Buffer): Promise<boolean> {
  // A detector may trip over what was made to trip it.
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined)
  if (kind === 'text') return found === undefined && isPlainText(bytes)
  // One container, and a recorder may write either mark into it.
  if (type === 'audio/mp4') return ['audio/x-m4a', 'audio/mp4', 'video/mp4'].includes(found?.mime ?? '')
  return found?.mime === type
}

/** UTF-8 without control characters, that does not begin as a page or a drawing would. */
function isPlainText(bytes: Buffer): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    return !/[\0-\x08\x0b\x0e-\x1f\x7f]/.test(text) && !/^\s*<[!?a-z]/i.test(text)
  } catch {
    return false
  }
}

function withoutTrace(type: string, bytes: Buffer): Buffer | null {
  if (type === 'image/jpeg' || type === 'image/png' || type === 'image/webp') return withoutMetadata(type, bytes)
  return type === 'video/mp4' || type === 'audio/mp4' ? withoutPlace(bytes) : bytes
}

const longestName = 100

/** The last part of a name, without what a file system or a header could take for an instruction. */
export function safeName(name: string): string {
  const last = name.normalize('NFC').split(/[\\/]/).at(-1) ?? ''
  // Control characters, those that turn the direction of writing (so that an ending can be disguised), and half characters.
  const plain = last
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}<>:"|?*]/gu, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[. ]+|[. ]+$/g, '')
  const ending = /\.[^.]{1,10}$/.exec(plain)?.[0] ?? ''
  const short = [...plain.slice(0, plain.length - ending.length)].slice(0, longestName).join('')
  return short + ending || 'file'
}
