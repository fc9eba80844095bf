import '../parts.scss'
import './index.scss'
import { useState } from 'react'
import { Button } from '../../components/Button'
import { EmptyState } from '../../components/EmptyState'
import { Page } from '../../components/Page'
import { caseWords } from '../../words/desk-cases'
import { chosenCases } from '../chosen-cases'
import { backOr, deskUrl } from '../links'
import { Together } from './Together'

/** 一起办: the cases ticked on the list. */
export default function TogetherPage() {
  const [chosen] = useState(chosenCases)
  const first = chosen?.cases[0]
  if (chosen && first) return <Together chosen={chosen} first={first} />
  const words = caseWords.together
  return (
    <Page title={words.page}>
      <EmptyState
        icon="people"
        title={words.none}
        text={words.noneWhy}
        action={
          <Button
            small
            look="soft"
            word={words.toList}
            onTap={() => backOr(deskUrl.cases(chosen?.unit ?? ''))}
          />
        }
      />
    </Page>
  )
}
