/** A LimeSurvey expression about who is asked, read as far as it can be said in conditions here. */
export type Rule =
  | { is: 'always' }
  | { is: 'never' }
  | { is: 'all'; of: Rule[] }
  | { is: 'any'; of: Rule[] }
  | { is: 'not'; of: Rule }
  /** A column compared with a value; an empty value asks whether it was answered. */
  | { is: 'compared'; column: string; by: '==' | '!=' | '<' | '<=' | '>' | '>='; value: string }

type Comparison = Extract<Rule, { is: 'compared' }>['by']
type Token = { kind: 'word' | 'text' | 'number' | 'mark'; text: string }

const pattern =
  /\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|(\d+(?:\.\d+)?)|([A-Za-z_][\w.]*)|(&&|\|\||==|!=|<=|>=|<|>|!|\(|\)|,|\+|-|\*|\/|=))/y

const longest = 20_000
const deepest = 50

/**
 * Reads an expression such as `((q1.NAOK == "A1" or q1.NAOK == "A2") and !is_empty(q2.NAOK))`. Null where it says what conditions here cannot: sums,
 * functions, comparisons of two answers.
 */
export function readRelevance(expression: string): Rule | null {
  const trimmed = expression.trim()
  if (trimmed === '' || trimmed === '1') return { is: 'always' }
  if (trimmed === '0') return { is: 'never' }
  if (trimmed.length > longest) return null
  const tokens = tokensOf(trimmed.replace(/^\{([\s\S]*)\}$/, '$1'))
  if (!tokens) return null
  const reading = { tokens, at: 0, depth: 0 }
  const rule = readAny(reading)
  return rule && reading.at === tokens.length ? rule : null
}

function tokensOf(text: string): Token[] | null {
  const tokens: Token[] = []
  pattern.lastIndex = 0
  while (pattern.lastIndex < text.length) {
    if (/^\s*$/.test(text.slice(pattern.lastIndex))) break
    const found = pattern.exec(text)
    if (!found) return null
    const [, double, single, number, word, mark] = found
    const quoted = double ?? single
    if (quoted !== undefined) tokens.push({ kind: 'text', text: quoted.replaceAll(/\\(.)/g, '$1') })
    else if (number !== undefined) tokens.push({ kind: 'number', text: number })
    else if (word !== undefined) tokens.push({ kind: 'word', text: word })
    else tokens.push({ kind: 'mark', text: mark ?? '' })
  }
  return tokens
}

interface Reading {
  tokens: readonly Token[]
  at: number
  depth: number
}

const joined =
  (is: 'all' | 'any', next: (reading: Reading) => Rule | null, words: readonly string[]) =>
  (reading: Reading): Rule | null => {
    const first = next(reading)
    if (!first) return null
    const of = [first]
    while (words.includes(reading.tokens[reading.at]?.text.toLowerCase() ?? '') && reading.tokens[reading.at]?.kind !== 'text') {
      reading.at += 1
      const other = next(reading)
      if (!other) return null
      of.push(other)
    }
    return of.length === 1 ? first : { is, of }
  }

const readAll = joined('all', readOne, ['and', '&&'])
const readAny = joined('any', readAll, ['or', '||'])

function readOne(reading: Reading): Rule | null {
  const token = reading.tokens[reading.at]
  if (!token || reading.depth > deepest) return null
  const nested = (read: () => Rule | null) => {
    reading.depth += 1
    const rule = read()
    reading.depth -= 1
    return rule
  }
  if (token.kind === 'mark' && token.text === '!') {
    reading.at += 1
    const of = nested(() => readOne(reading))
    return of && { is: 'not', of }
  }
  if (token.kind === 'mark' && token.text === '(') {
    reading.at += 1
    const inside = nested(() => readAny(reading))
    return inside && takes(reading, ')') ? inside : null
  }
  if (token.kind === 'word' && token.text === 'is_empty') {
    reading.at += 1
    if (!takes(reading, '(')) return null
    const column = reading.tokens[reading.at++]
    return column?.kind === 'word' && takes(reading, ')') ? { is: 'compared', column: columnOf(column.text), by: '==', value: '' } : null
  }
  return readComparison(reading)
}

const comparisons: Readonly<Record<string, Comparison>> = {
  '==': '==',
  '=': '==',
  eq: '==',
  '!=': '!=',
  ne: '!=',
  '<': '<',
  lt: '<',
  '<=': '<=',
  le: '<=',
  '>': '>',
  gt: '>',
  '>=': '>=',
  ge: '>=',
}
const turned: Readonly<Record<Comparison, Comparison>> = { '==': '==', '!=': '!=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' }

function readComparison(reading: Reading): Rule | null {
  const [left, mark, right] = reading.tokens.slice(reading.at, reading.at + 3)
  const by = comparisons[mark?.text.toLowerCase() ?? '']
  if (!left || !right || !by || mark?.kind === 'text') return null
  reading.at += 3
  if (left.kind === 'word' && isValue(right)) return { is: 'compared', column: columnOf(left.text), by, value: right.text }
  if (right.kind === 'word' && isValue(left)) return { is: 'compared', column: columnOf(right.text), by: turned[by], value: left.text }
  return null
}

const isValue = ({ kind }: Token) => kind === 'text' || kind === 'number'
const columnOf = (word: string) => word.replace(/\.(NAOK|code|value|valueNAOK)$/i, '')

function takes(reading: Reading, mark: string): boolean {
  if (reading.tokens[reading.at]?.text !== mark) return false
  reading.at += 1
  return true
}
