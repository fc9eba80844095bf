import { Image, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import type { CasePage } from '../../../shared/application/page'
import { beijingDate } from '../../../shared/calendar/date'
import { dateWords } from '../../../shared/calendar/words'
import { call } from '../../cloud/call'
import { problemOf } from '../../cloud/errors'
import { Button } from '../../components/Button'
import { FileLink } from '../../components/FileLink'
import { openOnPhone, opensByLink } from '../../files/open-file'
import { caseWords } from '../../words/desk-cases'

type Material = CasePage['materials'][number]

type Props = { caseId: string; material: Material; number: number }

const words = caseWords.one

/** One photo or file that was handed in: fetched when it is asked for, shown in its place. */
export function MaterialFile({ caseId, material, number }: Props) {
  const [url, setUrl] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [said, setSaid] = useState('')
  const isPhoto = material.mime.startsWith('image/')

  const see = async () => {
    setBusy(true)
    setSaid('')
    try {
      const file = await call('applications', 'file', { id: caseId, material: material.id })
      if (isPhoto || opensByLink) setUrl(file.url)
      else await openOnPhone(file.url, 'pdf')
    } catch (error) {
      setSaid(problemOf(error).message)
    } finally {
      setBusy(false)
    }
  }
  const hide = () => setUrl(null)

  return (
    <View className="file">
      <View className="file-line">
        <Button
          small
          look="soft"
          icon={isPhoto ? 'eye' : 'paper'}
          word={url ? words.hide(number) : words.see(number)}
          busyWord={isBusy ? words.seeing : undefined}
          onTap={url ? hide : () => void see()}
        />
        <View className="file-name s c3">
          {material.name} · {dateWords(beijingDate(material.at))}
        </View>
      </View>
      {said ? <View className="s t-closing">{said}</View> : null}
      {url && isPhoto ? (
        <Image
          className="file-photo"
          src={url}
          mode="widthFix"
          onClick={() => void Taro.previewImage({ urls: [url] })}
          onError={() => {
            setUrl(null)
            setSaid(words.unreadable)
          }}
        />
      ) : null}
      {url && !isPhoto ? <FileLink url={url} word={words.openFile} /> : null}
    </View>
  )
}
