import './index.scss'
import { Image, Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { addressOf, FileProblem, type KeptFile, pickFiles } from '../../files'
import { cloudWords } from '../../words/cloud'
import { fileWords } from '../../words/files'
import { Button } from '../Button'
import { Icon } from '../Icon'
import { Tap } from '../Tap'

const onPhone = process.env.TARO_ENV === 'weapp'
/** Of one material: every page of a booklet. */
const MOST = 9

type Props = {
  /** The material, as the procedure or the asker names it. */
  kind: string
  hint?: string
  files: KeptFile[]
  problem?: string
  onAdd: (files: KeptFile[]) => void
  onRemove: (file: KeptFile) => void
}

/** One material of a checklist: its name, what is there of it, and the button that takes a photo. */
export function FileSlots({ kind, hint, files, problem, onAdd, onRemove }: Props) {
  const [trouble, setTrouble] = useState('')
  const isFull = files.length >= MOST
  const said = problem || trouble

  const take = () => {
    setTrouble('')
    pickFiles(MOST - files.length).then(
      picked => picked.length > 0 && onAdd(picked),
      error => setTrouble(error instanceof FileProblem ? error.message : cloudWords.unexpected),
    )
  }

  return (
    <View className="slot">
      <View className="slot-head">
        <View className="slot-words">
          <View className="b">{kind}</View>
          {hint ? <View className="s c2">{hint}</View> : null}
          {files.length > 0 ? (
            <View className="s t-open">
              <Icon name="check" small /> {fileWords.count(files.length)}
            </View>
          ) : null}
        </View>
        {isFull ? (
          <Text className="s c2">{fileWords.full(MOST)}</Text>
        ) : (
          <Button
            small
            icon="camera"
            look={files.length === 0 ? 'main' : 'soft'}
            word={takeWord(files.length > 0)}
            label={`${takeWord(files.length > 0)}：${kind}`}
            onTap={take}
          />
        )}
      </View>
      {said ? (
        <View className="field-problem">
          <Icon name="warn" small />
          <Text className="field-said">{said}</Text>
        </View>
      ) : null}
      {files.length > 0 ? (
        <View className="slot-files">
          {files.map((file, place) => (
            <View className="slot-file" key={file.id}>
              <Shown file={file} label={fileWords.look(kind, place + 1)} />
              <Tap
                className="slot-remove"
                label={fileWords.removeNamed(kind, place + 1)}
                onTap={() => onRemove(file)}
              >
                {fileWords.remove}
              </Tap>
            </View>
          ))}
        </View>
      ) : null}
    </View>
  )
}

function takeWord(hasSome: boolean): string {
  if (onPhone) return hasSome ? fileWords.more : fileWords.take
  return hasSome ? fileWords.moreFiles : fileWords.takeOrChoose
}

/** The photo in small; a tap shows it whole, to see whether it can be read. */
function Shown({ file, label }: { file: KeptFile; label: string }) {
  const [address, setAddress] = useState('')
  const [isGone, setGone] = useState(false)
  const isPicture = file.mime !== 'application/pdf'

  useEffect(() => {
    let made = ''
    let isLeft = false
    if (!isPicture) return
    addressOf(file.local).then(
      found => {
        made = found
        if (isLeft) release(found)
        else setAddress(found)
      },
      () => setGone(true),
    )
    return () => {
      isLeft = true
      if (made) release(made)
    }
  }, [file.local, isPicture])

  if (isGone) return <View className="slot-shown s t-closing">{fileWords.gone}</View>
  if (!isPicture) {
    return (
      <View className="slot-shown s c2">
        <Icon name="paper" />
        <Text className="slot-name">{file.name}</Text>
      </View>
    )
  }
  return (
    <Tap className="slot-shown" label={label} onTap={() => void Taro.previewImage({ urls: [address] })}>
      {address ? <Image className="slot-picture" src={address} mode="aspectFill" /> : null}
    </Tap>
  )
}

/** On the web an address holds the photo in memory until it is given back. */
function release(address: string): void {
  if (!onPhone) URL.revokeObjectURL(address)
}
