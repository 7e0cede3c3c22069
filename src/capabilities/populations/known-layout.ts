import type { Characteristic } from './baseline.ts'
import { areasIn, cleanHeader, type FiledCell, type FileLayout } from './file-layout.ts'

const census = { source: 'Census 2021, Office for National Statistics', dated: '2021', counted: 'people' as const, note: '' }

const long: Readonly<Record<string, { characteristic: Characteristic; name: string; note?: string; counted?: 'small areas' }>> = {
  ethnic_group: { characteristic: 'ethnicity', name: 'Ethnic group by area' },
  religion: { characteristic: 'religion', name: 'Religion by area' },
  disability_level: { characteristic: 'disability', name: 'Disability by area' },
  sexual_orientation: {
    characteristic: 'sexual-orientation',
    name: 'Sexual orientation by area',
    note: 'People aged 16 and over were asked.',
  },
  imd_decile: { characteristic: 'deprivation', name: 'Small areas by deprivation', counted: 'small areas' },
}

const deprivation = {
  source: 'Index of Multiple Deprivation of England',
  counted: 'small areas' as const,
  note: 'Counts small areas (LSOAs, of about 1,500 people each), not people.',
}

/** The layout of a file by the columns of its first row; null where it is none that we know. */
export function knownLayout(first: readonly string[], characteristic: Characteristic | null): FileLayout | null {
  const header = cleanHeader(first)
  return (
    areaTimesGroup(header) ??
    ageTimesSex(header) ??
    singleYears(header) ??
    smallAreas(header) ??
    practiceList(header) ??
    fiveYears(header) ??
    ours(header, characteristic)
  )
}

type Find = (header: readonly string[]) => FileLayout | null

const at = (header: readonly string[], ...names: string[]) => header.findIndex((name) => names.includes(name))

/** A row for each area and group, with its number in `n`. */
const areaTimesGroup: Find = (header) => {
  const [column] = header.flatMap((name, place) => (Object.hasOwn(long, name) ? [place] : []))
  const count = at(header, 'n')
  if (column === undefined || count < 0) return null
  const { characteristic, ...about } = long[header[column]!]!
  const isDeprivation = characteristic === 'deprivation'
  return {
    ...(isDeprivation ? { ...deprivation, dated: '' } : census),
    ...about,
    areas: areasIn(header),
    gives: [characteristic],
    cells: (row) => [{ characteristic, ...named(row[column] ?? '', isDeprivation), count: row[count] ?? '' }],
  }
}

const named = (label: string, isDecile = false) => ({ value: label.trim(), label: isDecile ? decileLabel(label.trim()) : label.trim() })

const decileLabel = (decile: string) => {
  if (decile === '1') return '1: most deprived tenth'
  return decile === '10' ? '10: least deprived tenth' : decile
}

/** A row for each area, with columns of ages by sex. The ages are used only where they come to everyone: some such files leave the oldest out. */
const ageTimesSex: Find = (header) => {
  const stems = header.flatMap((name) => /^(.+)_females$/.exec(name)?.[1] ?? []).filter((stem) => header.includes(`${stem}_males`))
  const bands = stems.filter((stem) => stem !== 'total')
  if (!stems.includes('total') || bands.length < 2) return null
  const cell = (row: readonly string[], name: string) => row[header.indexOf(name)] ?? ''
  return {
    ...census,
    name: 'Age and sex by area',
    areas: areasIn(header),
    gives: ['sex', 'age'],
    cells: (row) => [
      { characteristic: 'sex', ...named('Female'), count: cell(row, 'total_females') },
      { characteristic: 'sex', ...named('Male'), count: cell(row, 'total_males') },
      ...bands.flatMap((stem): FiledCell[] =>
        ['females', 'males'].map((sex) => ({
          characteristic: 'age',
          ...named(stem.replaceAll('_', ' ').replace(/^./, (letter) => letter.toUpperCase())),
          count: cell(row, `${stem}_${sex}`),
          part: sex,
        })),
      ),
    ],
    total: (row) => ({ characteristic: 'age', count: cell(row, 'total_population') }),
  }
}

/** A row for each area, with a column for each year of age. */
const singleYears: Find = (header) => {
  const years = header.flatMap((name, column) => (/^\d{1,3}\+?$/.test(name) ? [{ name, column }] : []))
  if (years.length < 60) return null
  const total = at(header, 'total_population')
  return {
    ...census,
    name: 'Single years of age by area',
    source: 'Population estimates, Office for National Statistics',
    dated: '',
    areas: areasIn(header),
    gives: ['age'],
    cells: (row) => years.map(({ name, column }) => ({ characteristic: 'age', ...named(name), count: row[column] ?? '' })),
    total: (row) => (total < 0 ? null : { characteristic: 'age', count: row[total] ?? '' }),
  }
}

/** A row for each small area, with its decile. */
const smallAreas: Find = (header) => {
  const [area, decile] = [header.findIndex((name) => /^lsoa\d\d_code$/.test(name)), at(header, 'imd_decile')]
  if (area < 0 || decile < 0) return null
  const edition = header[area] === 'lsoa21_code' ? '2025' : header[area] === 'lsoa11_code' ? '2019' : ''
  return {
    ...deprivation,
    name: 'Deprivation of small areas',
    dated: edition,
    areas: areasIn(header),
    gives: ['deprivation'],
    cells: (row) => [{ characteristic: 'deprivation', ...named(row[decile] ?? '', true), count: '1', part: row[area] ?? '' }],
  }
}

const practices = { source: 'Patients registered at a GP practice', counted: 'registered patients' as const }
const practiceNote = 'Counts people on the lists of practices. Some have moved away, and some who live here are on no list.'

/** A row for each practice: its list by age and sex, and how deprived its place is. */
const practiceList: Find = (header) => {
  const ages = header.flatMap((name, column) => {
    const found = /^(male|female)_patients_(.+)$/.exec(name)
    return found ? [{ sex: found[1]!, band: found[2]!, column }] : []
  })
  const columns = ['practice_code', 'practice_name', 'total_patients', 'total_male', 'total_female', 'decile'].map((name) =>
    at(header, name),
  )
  const [code, name, patients, male, female, decile] = columns as [number, number, number, number, number, number]
  if ([code, patients, male, female].some((column) => column < 0) || ages.length < 4) return null
  return {
    ...practices,
    name: 'GP practices by age and sex',
    dated: '',
    note: `${practiceNote} Deprivation is that of the practice, not of where each patient lives.`,
    areas: areasIn(header),
    gives: ['age', 'sex', 'practice', ...(decile < 0 ? [] : (['deprivation'] as const))],
    cells: (row) => [
      { characteristic: 'practice', value: row[code] ?? '', label: row[name] || (row[code] ?? ''), count: row[patients] ?? '' },
      { characteristic: 'sex', ...named('Female'), count: row[female] ?? '' },
      { characteristic: 'sex', ...named('Male'), count: row[male] ?? '' },
      ...ages.map(({ sex, band, column }): FiledCell => ({ characteristic: 'age', ...named(band), count: row[column] ?? '', part: sex })),
      ...(decile < 0
        ? []
        : [
            {
              characteristic: 'deprivation' as const,
              ...named(row[decile] ?? '', true),
              count: row[patients] ?? '',
              part: row[code] ?? '',
            },
          ]),
    ],
  }
}

/** A row for each practice, sex and five years of age, as NHS England publishes the lists. */
const fiveYears: Find = (header) => {
  const columns = ['org_code', 'sex', 'age_group_5', 'number_of_patients'].map((name) => at(header, name))
  if (columns.some((column) => column < 0)) return null
  const [org, sexColumn, ageColumn, patients] = columns as [number, number, number, number]
  const [ons, extract] = [at(header, 'ons_code'), at(header, 'extract_date')]
  return {
    ...practices,
    name: 'GP practices by sex and five years of age',
    source: 'Patients registered at a GP practice, NHS England',
    dated: '',
    note: practiceNote,
    areas: [
      { column: org, kind: 'practice', year: null, isName: false },
      ...(ons < 0 ? [] : [{ column: ons, kind: 'ons', year: null, isName: false }]),
    ],
    gives: ['age', 'sex', 'practice'],
    datedIn: (row) => dayIn(row[extract] ?? ''),
    cells: (row) => {
      const [sex, age, count] = [(row[sexColumn] ?? '').trim(), (row[ageColumn] ?? '').trim(), row[patients] ?? '']
      if (sex === 'ALL') return age === 'ALL' ? [{ characteristic: 'practice', ...named(row[org] ?? ''), count }] : []
      if (age === 'ALL') return [{ characteristic: 'sex', ...named(sex.charAt(0) + sex.slice(1).toLowerCase()), count }]
      return [{ characteristic: 'age', ...named(age.replace('_', ' to ')), count, part: sex }]
    },
  }
}

const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']

/** 01SEP2017 as 2017-09-01. */
function dayIn(text: string): string {
  const [, day, month = '', year] = /^(\d\d)([A-Z]{3})(\d{4})$/.exec(text.trim().toUpperCase()) ?? []
  return months.includes(month) ? `${year}-${String(months.indexOf(month) + 1).padStart(2, '0')}-${day}` : text.trim()
}

/** Our own: a group and its number on each row, and its code where it has one. */
const ours = (header: readonly string[], characteristic: Characteristic | null): FileLayout | null => {
  const [label, count, value] = [
    at(header, 'group', 'label', 'category', 'name'),
    at(header, 'count', 'n', 'number', 'people'),
    at(header, 'value', 'code'),
  ]
  if (label < 0 || count < 0) return null
  const own = characteristic ?? 'other'
  return {
    name: 'Groups and their numbers',
    source: '',
    dated: '',
    counted: 'people',
    note: '',
    areas: [],
    gives: [own],
    cells: (row) => [
      {
        characteristic: own,
        value: (row[value] ?? '').trim() || (row[label] ?? '').trim(),
        label: (row[label] ?? '').trim(),
        count: row[count] ?? '',
      },
    ],
  }
}
