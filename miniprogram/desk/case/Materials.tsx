import { Text, View } from '@tarojs/components'
import type { CasePage } from '../../../shared/application/page'
import { Icon } from '../../components/Icon'
import { Sheet } from '../../components/Sheet'
import { Tap } from '../../components/Tap'
import { caseWords } from '../../words/desk-cases'
import { MaterialFile } from './MaterialFile'
import { type MaterialGroup, materialGroups } from './material-groups'

type Props = {
  page: CasePage
  missing: readonly string[]
  /** Set where materials may be asked for: what is missing is marked while one looks. */
  onMark: ((name: string) => void) | null
}

const words = caseWords.one

/** What the procedure asks for beside what was handed in. */
export function Materials({ page, missing, onMark }: Props) {
  const groups = materialGroups(page.checklist, page.materials)
  if (groups.length === 0) return null
  const mayMark = (name: string) => onMark !== null && (page.told === null || page.told.includes(name))
  return (
    <Sheet title={words.materials} icon="paper">
      {onMark ? <View className="s c2">{words.materialsHint}</View> : null}
      {groups.map(group => (
        <Group
          key={group.name}
          caseId={page.id}
          group={group}
          isMissing={missing.includes(group.name)}
          onMark={group.isAsked && mayMark(group.name) ? onMark : null}
        />
      ))}
    </Sheet>
  )
}

type GroupProps = {
  caseId: string
  group: MaterialGroup
  isMissing: boolean
  onMark: ((name: string) => void) | null
}

function Group({ caseId, group, isMissing, onMark }: GroupProps) {
  const { name, files } = group
  const isHanded = files.length > 0
  return (
    <View className="material">
      <View className="material-head">
        <View className="grow">
          <View className="b">{name}</View>
          <View className={isHanded ? 's t-open' : 's t-closing'}>
            {isHanded ? words.handed(files.length) : words.notHanded}
          </View>
        </View>
        {onMark ? (
          <Tap
            role="checkbox"
            checked={isMissing}
            label={words.markMissing(name)}
            className={`lack ${isMissing ? 'lack-on' : ''}`}
            onTap={() => onMark(name)}
          >
            {isMissing ? <Icon name="check" small /> : null}
            <Text>{words.isMissing}</Text>
          </Tap>
        ) : null}
      </View>
      {files.map((material, index) => (
        <MaterialFile key={material.id} caseId={caseId} material={material} number={index + 1} />
      ))}
    </View>
  )
}
