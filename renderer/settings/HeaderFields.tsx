import type { ReactNode } from 'react'
import { classifications, productionCategories, productionVersions } from '../../shared/model/production.ts'
import {
  type Header,
  HeaderChoice,
  HeaderDay,
  HeaderDuration,
  HeaderNames,
  HeaderText,
} from './HeaderField.tsx'
import styles from './HeaderFields.module.css'
import { NumberingFields } from './NumberingFields.tsx'

type HeaderProps = { readonly header: Header }

/** The header of the cue sheet, in groups, with what review says beside each field. */
export function HeaderFields({ header }: HeaderProps) {
  return (
    <div className={styles.groups}>
      <Group title="Programme">
        <HeaderText header={header} field="title" label="Title" />
        <HeaderNames header={header} field="titleAka" label="Also known as" />
        <HeaderChoice header={header} field="category" label="Category" values={productionCategories} />
        <HeaderChoice header={header} field="version" label="Version" values={productionVersions} />
        <HeaderText header={header} field="productionNumber" label="Production no." />
        <HeaderDuration header={header} label="Show duration" />
      </Group>
      <Group title="Episode">
        <HeaderText header={header} field="seasonNumber" label="Season" />
        <HeaderText header={header} field="episodeNumber" label="Episode no." placeholder="205, or 1/3" />
        <HeaderText header={header} field="episodeTitle" label="Episode title" />
        <HeaderNames header={header} field="episodeTitleAka" label="Also known as" />
      </Group>
      <Delivery header={header} />
      <Group title="People">
        <HeaderNames header={header} field="directors" label="Directed by" />
        <HeaderNames header={header} field="cast" label="Cast" />
      </Group>
      <Group title="Numbers of new cues">
        <NumberingFields header={header} />
      </Group>
      <Group title="Identifiers and cut">
        <HeaderText header={header} field="eidr" label="EIDR" placeholder="10.5240/…" />
        <HeaderText header={header} field="isan" label="ISAN" />
        <HeaderText header={header} field="cutName" label="Cut spotted" />
        <HeaderDay header={header} field="cutDate" label="Cut of" />
      </Group>
    </div>
  )
}

function Delivery({ header }: HeaderProps) {
  return (
    <>
      <Group title="Who answers for it">
        <HeaderText header={header} field="productionCompany" label="Company" />
        <HeaderText header={header} field="companyAddress" label="Address" hasLines />
        <HeaderText header={header} field="preparedBy" label="Prepared by" />
        <HeaderText header={header} field="preparedByEmail" label="E-mail" />
        <HeaderDay header={header} field="datePrepared" label="Date prepared" />
        <HeaderChoice header={header} field="classification" label="Sheet is" values={classifications} />
        {header.production.classification === 'Revision' ? (
          <HeaderText header={header} field="revisionNote" label="What changed" hasLines />
        ) : null}
      </Group>
      <Group title="Where it runs">
        <HeaderText header={header} field="network" label="Network" />
        <HeaderDay header={header} field="airDate" label="Air date" />
        <HeaderNames
          header={header}
          field="neededTerritories"
          label="Territories"
          placeholder="World, or several with ;"
        />
        <HeaderNames header={header} field="neededMedia" label="Media" placeholder="TV; VOD; theatrical" />
        <HeaderText header={header} field="countryOfOrigin" label="Country" placeholder="GB" />
        <HeaderText header={header} field="yearOfProduction" label="Year" placeholder="2026" />
      </Group>
    </>
  )
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles.group} aria-label={title}>
      <h3 className={styles.heading}>{title}</h3>
      {children}
    </section>
  )
}
