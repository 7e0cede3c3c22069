import { DateInLondon, Facts, formatDate, type Happening, History, Table } from '#design'
import { isClosed, kindNames, type OrganisationRecord } from '../organisation.ts'

interface Props {
  organisation: OrganisationRecord
  today: string
  happenings: readonly Happening[]
}

export const ShowPage = ({ organisation, today, happenings }: Props) => {
  const { name, kind, openedOn, closedOn, names, codes, addresses } = organisation
  const [address] = addresses
  return (
    <>
      <h1 class="nhsuk-heading-l">{name}</h1>
      <Facts
        facts={[
          { name: 'Kind', value: kindNames[kind] },
          { name: 'Address', value: address ? <Lines text={[address.lines, address.postcode].filter(Boolean).join('\n')} /> : 'Not known' },
          openedOn !== null && { name: 'Opened', value: <DateInLondon on={openedOn} /> },
          closedOn !== null && { name: isClosed(organisation, today) ? 'Closed' : 'Closes', value: <DateInLondon on={closedOn} /> },
        ]}
      />
      <Table responsive caption="Names" head={['Name', 'Since']} rows={names.map((one) => [one.name, formatDate(one.fromOn)])} />
      {codes.length > 0 && (
        <Table
          responsive
          caption="Codes"
          head={['Code', 'List', 'From', 'To']}
          rows={codes.map((one) => [one.code, one.scheme.toUpperCase(), formatDate(one.fromOn), one.toOn ? formatDate(one.toOn) : 'Now'])}
        />
      )}
      {addresses.length > 1 && (
        <Table
          responsive
          caption="Addresses"
          head={['Address', 'Since']}
          rows={addresses.map((one) => [
            [one.lines.replaceAll('\n', ', '), one.postcode].filter(Boolean).join(', '),
            formatDate(one.fromOn),
          ])}
        />
      )}
      <History happenings={happenings} />
    </>
  )
}

const Lines = ({ text }: { text: string }) => <>{text.split('\n').map((line, at) => [at > 0 && <br />, line])}</>
