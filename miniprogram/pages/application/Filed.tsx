import { Image, View } from '@tarojs/components'
import { useState } from 'react'
import type { ApplicationPage } from '../../../shared/application/page'
import { beijingDate } from '../../../shared/calendar/date'
import { dateWords } from '../../../shared/calendar/words'
import { call } from '../../cloud/call'
import { problemOf } from '../../cloud/errors'
import { Button } from '../../components/Button'
import { FileLink } from '../../components/FileLink'
import { Sheet } from '../../components/Sheet'
import { openOnPhone, opensByLink } from '../../files/open-file'
import { aria } from '../../platform/aria'
import { progressWords } from '../../words/progress'

const words = progressWords.filed

type Material = ApplicationPage['materials'][number]

/** What was handed in, each to be opened: the address holds for ten minutes, so it is asked for at the tap. */
export function Filed({ id, materials }: { id: string; materials: Material[] }) {
  return (
    <Sheet title={words.title} icon="paper">
      {materials.length === 0 ? <View className="c2">{words.none}</View> : null}
      {materials.map(material => (
        <FiledOne key={material.id} id={id} material={material} />
      ))}
    </Sheet>
  )
}

function FiledOne({ id, material }: { id: string; material: Material }) {
  const [url, setUrl] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const isPdf = material.mime === 'application/pdf'

  const open = async () => {
    setBusy(true)
    setProblem('')
    try {
      const file = await call('applications', 'file', { id, material: material.id })
      if (isPdf && !opensByLink) await openPdf(file.url)
      else setUrl(file.url)
    } catch (error) {
      setProblem(problemOf(error).message)
    } finally {
      setBusy(false)
    }
  }
  const openPdf = async (address: string) => {
    try {
      await openOnPhone(address, 'pdf')
    } catch {
      setProblem(words.notOpened)
    }
  }

  return (
    <View className="filed">
      <View className="filed-row">
        <View className="filed-words">
          <View className="b">{material.kind}</View>
          <View className="s c3">{words.on(dateWords(beijingDate(material.at)))}</View>
        </View>
        <Button
          small
          look="soft"
          word={url ? words.close : words.open}
          label={`${url ? words.close : words.open}：${material.kind}`}
          busyWord={isBusy ? words.opening : undefined}
          onTap={() => (url ? setUrl('') : void open())}
        />
      </View>
      {problem ? (
        <View className="s t-closing" {...aria({ role: 'alert' })}>
          {problem}
        </View>
      ) : null}
      {url && isPdf ? <FileLink url={url} word={words.pdf} /> : null}
      {url && !isPdf ? (
        <Image
          className="filed-picture"
          src={url}
          mode="widthFix"
          onError={() => {
            setUrl('')
            setProblem(words.notOpened)
          }}
          {...aria({ role: 'img', label: words.alt(material.kind) })}
        />
      ) : null}
    </View>
  )
}
