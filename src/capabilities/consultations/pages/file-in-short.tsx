import type { ConsultationDocument } from '../proposal.ts'

/** What a download is, for the words of its link: “PDF, 1.2 MB”. */
export const fileInShort = ({ name, size }: ConsultationDocument['file']) => `${name.split('.').at(-1)?.toUpperCase()}, ${sizeOf(size)}`

const sizeOf = (bytes: number) =>
  bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000))} KB`
    : `${(bytes / 1_000_000).toLocaleString('en-GB', { maximumFractionDigits: 1 })} MB`
