import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { problemOf } from '../../cloud/errors'
import { Button } from '../../components/Button'
import { FileLink } from '../../components/FileLink'
import { openOnPhone, opensByLink } from '../../files/open-file'
import { aria } from '../../platform/aria'
import { caseWords } from '../../words/desk-cases'
import type { RegisterFilter } from './use-register'

const words = caseWords.register

type Made = { url: string; name: string; rows: number }

/** 导出表格: the register as it is filtered now, as an xlsx file. */
export function Export({ filter }: { filter: RegisterFilter }) {
  const [made, setMade] = useState<Made | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')

  const make = async () => {
    setBusy(true)
    setProblem('')
    setMade(null)
    try {
      const file = await call('applications', 'registerFile', filter)
      setMade(file)
      if (!opensByLink) await openOnPhone(file.url, 'xlsx')
    } catch (error) {
      setProblem(problemOf(error).message)
    } finally {
      setBusy(false)
    }
  }
  return (
    <View className="export">
      <Button
        small
        look="soft"
        icon="paper"
        word={words.export}
        busyWord={isBusy ? words.exporting : undefined}
        onTap={() => void make()}
      />
      {problem ? <View className="s t-closing">{problem}</View> : null}
      {made ? (
        <View {...aria({ role: 'status' })}>
          <View className="b">{words.exported(made.rows)}</View>
          {opensByLink ? <FileLink url={made.url} word={words.download} name={made.name} /> : null}
          <View className="s c2">{words.downloadWhy}</View>
        </View>
      ) : null}
    </View>
  )
}
