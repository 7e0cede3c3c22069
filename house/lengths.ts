import type { Fault, SourceFile } from './fault.ts'
import { isGenerated } from './source.ts'

const longest = 300
const longestOfActions = 200

const lines = (text: string) => text.split('\n').length - (text.endsWith('\n') ? 1 : 0)

/** No file of code is long, and actions and queries become folders sooner. */
export const lengthFaults = (source: SourceFile[]): Fault[] =>
  source
    .filter((file) => !isGenerated(file) && !file.path.endsWith('.css'))
    .flatMap(({ path, text }) => {
      const found = `${lines(text)} lines`
      if (lines(text) > longest) return [{ rule: `a file is over ${longest} lines`, where: path, found }]
      if (lines(text) <= longestOfActions || !/\/(actions|queries)\.ts$/.test(path)) return []
      return [{ rule: `actions.ts or queries.ts is over ${longestOfActions} lines and not yet a folder`, where: path, found }]
    })
