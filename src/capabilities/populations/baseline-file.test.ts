import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createBaselineReader, type WantedBaselines } from './baseline-file.ts'
import { filedCount } from './filed-count.ts'

// The layouts are those of the published files; the areas and the numbers are ours.
const filed = (lines: readonly string[], wanted: Partial<WantedBaselines> = {}) => {
  const reader = createBaselineReader({ areas: [], characteristic: null, boundaryYear: null, ...wanted })
  for (const [at, line] of lines.entries()) reader.row(at + 1, line.split(','))
  return reader.finish()
}
const groupsOf = ({ drafts }: ReturnType<typeof filed>, at = 0) => drafts[at]!.groups.map(({ label, count }) => [label, count])

const religion = [
  'ltla24_code,ltla24_name,religion,n',
  'X01,Beckdale,Christian,700',
  'X01,Beckdale,No religion,300',
  'X02,Fellside,Christian,50',
  'X02,Fellside,No religion,150',
]

test('PEO-9: a table of areas and groups gives the areas that are asked for, added up', () => {
  assert.deepEqual(groupsOf(filed(religion, { areas: ['X01', 'x02'] })), [
    ['Christian', 750],
    ['No religion', 450],
  ])
  const [draft] = filed(religion, { areas: ['Fellside'] }).drafts
  assert.deepEqual(
    { ...draft, groups: undefined },
    {
      title: 'Religion or belief: Fellside',
      characteristic: 'religion',
      counted: 'people',
      area: 'Fellside',
      areaCodes: ['Fellside'],
      boundaryYear: 2024,
      source: 'Census 2021, Office for National Statistics',
      dated: '2021',
      note: '',
      groups: undefined,
    },
  )
})

test('PEO-9: an area that is not there, areas of another year and a file of many areas are each said', () => {
  assert.throws(() => filed(religion, { areas: ['X09'] }), /“X09” is not in the file, which has 2 areas such as X01/)
  assert.throws(() => filed(religion, { areas: ['X01'], boundaryYear: 2021 }), /those of 2024, and you asked for those of 2021/)
  assert.throws(() => filed(religion), /Say which areas you want: the file has 2/)
  assert.equal(filed(religion, { areas: ['all'] }).drafts.length, 1)
  assert.throws(() => filed(['a,b', '1,2']), /no file that we know/)
  assert.throws(() => filed([]), /The file is empty/)
  assert.throws(() => filed(religion, { areas: ['X01'], characteristic: 'age' }), /holds religion or belief, and not age/)
})

test('PEO-9: a number that is hidden, missing, below nought or there twice leaves the whole characteristic out, with its row', () => {
  const wrong = (count: string) =>
    filed([...religion.slice(0, 2), `X01,Beckdale,No religion,${count}`], { areas: ['X01'] }).leftOut[0]?.reason
  assert.equal(wrong('c'), 'row 3: “No religion”: its number is hidden in the file (“c”)')
  assert.equal(wrong(''), 'row 3: “No religion”: there is no number')
  assert.equal(wrong('-3'), 'row 3: “No religion”: “-3” is below nought')
  assert.equal(wrong('many'), 'row 3: “No religion”: “many” is no number')
  const twice = filed([...religion.slice(0, 3), 'X01,Beckdale,Christian,701'], { areas: ['X01'] })
  assert.deepEqual(twice.leftOut, [{ characteristic: 'religion', reason: 'row 4: “Christian” is in row 2 already' }])
  assert.deepEqual(twice.drafts, [])
})

test('PEO-9: what is wrong in the rows of another area does not matter, and a row that is too short is named', () => {
  const { drafts, rejected } = filed([...religion, 'X02,Fellside,Sikh,c', 'X03,Short'], { areas: ['X01'] })
  assert.equal(drafts.length, 1)
  assert.deepEqual(rejected, [{ row: 7, reason: 'it has 2 cells, and the header has 4' }])
})

test('PEO-9: the mark at the beginning of a file and thousands with commas are read over', () => {
  assert.deepEqual(groupsOf(filed(['\uFEFFgroup,count', 'Yes,12', 'No,8'], { characteristic: 'disability' })), [
    ['Yes', 12],
    ['No', 8],
  ])
  assert.deepEqual(['1,234', ' 17 ', '1.5', '9e99', '1,23'].map(filedCount), [1234, 17, 1.5, 9e99, '“1,23” is no number'])
})

const wide = (older: string) => [
  'ltla21_code,total_population,total_females,total_males,younger_females,older_females,younger_males,older_males',
  `X01,100,60,40,20,${older},15,25`,
]

test('PEO-9: bands of age that leave people out are not taken for everyone', () => {
  const whole = filed(wide('40'))
  assert.deepEqual(
    whole.drafts.map(({ characteristic }) => characteristic),
    ['sex', 'age'],
  )
  assert.deepEqual(groupsOf(whole, 1), [
    ['Younger', 35],
    ['Older', 65],
  ])
  const { drafts, leftOut } = filed(wide('30'))
  assert.deepEqual(
    drafts.map(({ characteristic }) => characteristic),
    ['sex'],
  )
  assert.match(leftOut[0]?.reason ?? '', /come to 90, and the file says 100: some people are in no group/)
})

test('PEO-9: small areas are counted by their deprivation and said to be areas; practice lists as registered patients', () => {
  const deprivation = filed(
    [
      'lsoa21_code,IMD_rank,IMD_decile,icb24_code_nhs,ltla24_code',
      'E01000001,1,1,QQQ,X01',
      'E01000002,9,10,QQQ,X02',
      'E01000003,3,1,QQQ,X01',
    ],
    { areas: ['QQQ'] },
  )
  assert.deepEqual(groupsOf(deprivation), [
    ['1: most deprived tenth', 2],
    ['10: least deprived tenth', 1],
  ])
  assert.equal(deprivation.drafts[0]?.counted, 'small areas')

  const header =
    'practice_code,practice_name,icb_code,icb_name,decile,total_patients,total_male,total_female,male_patients_0to44,male_patients_45plus,female_patients_0to44,female_patients_45plus'
  const list = filed([header, 'Z1,Beck Lane,QQQ,NHS Fells,2,10,4,6,1,3,2,4', 'Z2,Fellside,QQQ,NHS Fells,9,20,9,11,4,5,5,6'], {
    areas: ['QQQ'],
  })
  assert.deepEqual(
    list.drafts.map(({ characteristic, counted, area }) => [characteristic, counted, area]),
    ['practice', 'sex', 'age', 'deprivation'].map((one) => [one, 'registered patients', 'NHS Fells']),
  )
  assert.deepEqual(groupsOf(list, 2), [
    ['0to44', 12],
    ['45plus', 18],
  ])
})

test('PEO-9: lists of practices by sex and five years count everyone once', () => {
  const rows = ['ALL,ALL,10', 'FEMALE,ALL,6', 'MALE,ALL,4', 'FEMALE,0_4,2', 'MALE,0_4,1', 'FEMALE,95+,4', 'MALE,95+,3']
  const { drafts } = filed(
    ['PUBLICATION,EXTRACT_DATE,ORG_TYPE,ORG_CODE,ONS_CODE,POSTCODE,SEX,AGE_GROUP_5,NUMBER_OF_PATIENTS'].concat(
      rows.map((row) => `LIST,01SEP2025,GP,Z1,,ZZ1 1ZZ,${row}`),
    ),
    { areas: ['Z1'] },
  )
  assert.deepEqual(
    drafts.map(({ characteristic, dated, groups }) => [characteristic, dated, ...groups.map(({ label, count }) => `${label}=${count}`)]),
    [
      ['sex', '2025-09-01', 'Female=6', 'Male=4'],
      ['age', '2025-09-01', '0 to 4=3', '95+=7'],
    ],
  )
})
