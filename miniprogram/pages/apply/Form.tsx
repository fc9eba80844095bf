import { View } from '@tarojs/components'
import { useState } from 'react'
import type { ProcedurePage } from '../../../shared/application/page'
import {
  type ApplyDraft,
  hasAgent,
  isByPerson,
  kindOf,
  type Written,
  type WrittenFile,
} from '../../applying/draft'
import type { Gap } from '../../applying/gaps'
import { call } from '../../cloud/call'
import { places } from '../../cloud/places'
import { useLoaded } from '../../cloud/use-loaded'
import { Button } from '../../components/Button'
import { ChoiceField, TextAreaField, TextField } from '../../components/Field'
import { FileSlots } from '../../components/FileSlots'
import { Icon } from '../../components/Icon'
import { Sheet } from '../../components/Sheet'
import { UnitPicker } from '../../components/UnitPicker'
import { applyWords as words } from '../../words/application'
import { Family } from './Family'
import { type FieldProps, fieldId, problemAt } from './fields'

export { fieldId } from './fields'

type Props = {
  procedure: ProcedurePage
  draft: ApplyDraft
  gaps: readonly Gap[]
  /** True where the desk said at which unit. */
  isPlaceFixed: boolean
  onWrite: (part: Partial<Written>) => void
  onAddFiles: (files: WrittenFile[]) => void
  onRemoveFile: (file: WrittenFile) => void
}

/** All of the application on one page: where, for whom, who, family, materials. */
export function Form({ procedure, draft, gaps, isPlaceFixed, onWrite, onAddFiles, onRemoveFile }: Props) {
  const { written } = draft
  const part = { written, gaps, onWrite }
  return (
    <View>
      <PlaceSheet {...part} district={procedure.districtId} isFixed={isPlaceFixed} />
      <WaySheet {...part} applicant={procedure.applicant} />
      <SubjectSheet {...part} asksAccount={procedure.asksBankAccount} />
      {written.kind === 'household' ? <Family {...part} line={procedure.incomeLine} /> : null}
      {procedure.partners.length > 0 ? <Partners {...part} partners={procedure.partners} /> : null}
      <Sheet
        title={words.materials}
        icon="camera"
        side={<View className="s c2">{words.haveOf(kindsIn(draft.files), procedure.materials.length)}</View>}
      >
        <View className="apply-note">{words.materialsNote}</View>
        {procedure.materials.map(kind => (
          <FileSlots
            key={kind}
            kind={kind}
            files={draft.files.filter(file => file.kind === kind)}
            onAdd={files => onAddFiles(files.map(file => ({ ...file, kind, fileId: null })))}
            onRemove={({ id }) => {
              const file = draft.files.find(one => one.id === id)
              if (file) onRemoveFile(file)
            }}
          />
        ))}
      </Sheet>
    </View>
  )
}

function kindsIn(files: readonly WrittenFile[]): number {
  return new Set(files.map(({ kind }) => kind)).size
}

type PlaceProps = FieldProps & { district: string; isFixed: boolean }

function PlaceSheet({ written, gaps, onWrite, district, isFixed }: PlaceProps) {
  const [isChoosing, setChoosing] = useState(false)
  const { place } = written
  const problem = problemAt(gaps, 'place')
  const inDistrict = {
    ...places,
    districts: async () => (await places.districts()).filter(({ id }) => id === district),
  }
  return (
    <Sheet title={words.where} icon="pin" id={fieldId('place')}>
      <View className="apply-row">
        <View className="apply-place">
          {place ? <PlaceName place={place} /> : <View className="c2">{words.whereHint}</View>}
        </View>
        {isFixed ? null : (
          <Button
            small
            look={place ? 'soft' : 'main'}
            word={place ? words.changeWhere : words.chooseWhere}
            onTap={() => setChoosing(true)}
          />
        )}
      </View>
      {problem ? (
        <View className="field-problem">
          <Icon name="warn" small />
          <View className="field-said">{problem}</View>
        </View>
      ) : null}
      {isChoosing ? (
        <UnitPicker
          source={inDistrict}
          onClose={() => setChoosing(false)}
          onChoose={({ code, name, within }) => {
            onWrite({ place: { code, name, within } })
            setChoosing(false)
          }}
        />
      ) : null}
    </Sheet>
  )
}

/** A department's code ends with its name: 330304-区委农办. */
function nameInCode(code: string): string {
  return code.replace(/^\d+-/, '')
}

/** The desk names the unit by its code only: it is one of those at which the handler holds an office. */
function PlaceName({ place }: { place: NonNullable<Written['place']> }) {
  const { data: me } = useLoaded(place.name ? null : 'me', () => call('members', 'me', {}))
  const office = me?.posts.find(({ unit }) => unit === place.code)
  const name = place.name || office?.unitName || nameInCode(place.code)
  return (
    <View>
      <View className="b l">{name}</View>
      {place.within ? <View className="s c2">{place.within}</View> : null}
    </View>
  )
}

type WayProps = FieldProps & { applicant: ProcedurePage['applicant'] }

function WaySheet({ written, gaps, onWrite, applicant }: WayProps) {
  const { way, kind, agent } = written
  const isOpen = way === 'self' || way === 'family'
  const self = kind === 'household' ? words.way.self : words.selfIndividual
  const writeAgent = (part: Partial<Written['agent']>) => onWrite({ agent: { ...agent, ...part } })
  const kinds = kindsFor(way, applicant)
  if (kind === 'project' && isOpen) return null
  return (
    <Sheet>
      {isOpen ? (
        <ChoiceField
          label={words.forWhom}
          value={way}
          options={[
            { value: 'self', word: self },
            { value: 'family', word: words.way.family },
          ]}
          onChange={next => onWrite({ way: next === 'family' ? 'family' : 'self' })}
        />
      ) : (
        <View className="b l">{words.way[way]}</View>
      )}
      {kinds.length > 0 ? (
        <ChoiceField
          label={words.kindOf}
          value={kind}
          options={kinds.map(value => ({ value, word: words.kind[value] }))}
          onChange={next => onWrite({ kind: next })}
        />
      ) : null}
      {words.wayNote[way] ? <View className="apply-note">{words.wayNote[way]}</View> : null}
      {hasAgent(way) ? (
        <View>
          <View id={fieldId('agent.name')}>
            <TextField
              label={words.agentName}
              required
              value={agent.name}
              maxLength={40}
              problem={problemAt(gaps, 'agent.name')}
              onChange={name => writeAgent({ name })}
            />
          </View>
          <View id={fieldId('agent.phone')}>
            <TextField
              label={words.agentPhone}
              required={way === 'family'}
              keyboard="tel"
              value={agent.phone}
              maxLength={20}
              problem={problemAt(gaps, 'agent.phone')}
              onChange={phone => writeAgent({ phone })}
            />
          </View>
          <View id={fieldId('agent.relation')}>
            <TextField
              label={way === 'cadre' ? words.cadreRelation : words.relation}
              required={way === 'family'}
              hint={way === 'cadre' ? undefined : words.relationHint}
              value={agent.relation}
              maxLength={20}
              problem={problemAt(gaps, 'agent.relation')}
              onChange={relation => writeAgent({ relation })}
            />
          </View>
        </View>
      ) : null}
    </Sheet>
  )
}

/** What an office begins may be about the matter itself, before there are households in it. */
function kindsFor(way: Written['way'], applicant: ProcedurePage['applicant']): Written['kind'][] {
  const isOpen = way === 'office' && applicant !== 'project-unit'
  if (!isOpen) return []
  return [kindOf(applicant), 'project']
}

function SubjectSheet({ written, gaps, onWrite, asksAccount }: FieldProps & { asksAccount: boolean }) {
  const { kind, way } = written
  const isProject = kind === 'project'
  const isOfPerson = isByPerson(way)
  return (
    <Sheet title={words.subject[kind]} icon={isProject ? 'board' : 'person'}>
      <View id={fieldId('name')}>
        <TextField
          label={words.name[kind]}
          required
          value={written.name}
          maxLength={40}
          problem={problemAt(gaps, 'name')}
          onChange={name => onWrite({ name })}
        />
      </View>
      {isProject ? null : (
        <View id={fieldId('idNumber')}>
          <TextField
            label={words.idNumber}
            required
            hint={words.idHint}
            value={written.idNumber}
            maxLength={18}
            problem={problemAt(gaps, 'idNumber')}
            onChange={idNumber => onWrite({ idNumber })}
          />
        </View>
      )}
      <View id={fieldId('phone')}>
        <TextField
          label={isProject ? words.projectPhone : words.phone}
          required={way === 'self'}
          keyboard="tel"
          hint={isOfPerson && !isProject ? words.phoneHint : undefined}
          value={written.phone}
          maxLength={20}
          problem={problemAt(gaps, 'phone')}
          onChange={phone => onWrite({ phone })}
        />
      </View>
      <TextField
        label={isProject ? words.projectAddress : words.address}
        value={written.address}
        maxLength={60}
        onChange={address => onWrite({ address })}
      />
      {kind === 'household' ? (
        <View id={fieldId('people')}>
          <TextField
            label={words.people}
            required
            keyboard="number"
            value={written.people}
            maxLength={2}
            problem={problemAt(gaps, 'people')}
            onChange={people => onWrite({ people })}
          />
        </View>
      ) : null}
      {asksAccount ? (
        <TextField
          label={words.bankAccount}
          keyboard="number"
          hint={words.bankHint}
          value={written.bankAccount}
          maxLength={30}
          onChange={bankAccount => onWrite({ bankAccount })}
        />
      ) : null}
      <View id={fieldId('reason')}>
        <TextAreaField
          label={isProject ? words.projectReason : words.reason}
          required={way === 'self' || way === 'family'}
          hint={isProject ? undefined : words.reasonHint}
          value={written.reason}
          maxLength={500}
          problem={problemAt(gaps, 'reason')}
          onChange={reason => onWrite({ reason })}
        />
      </View>
    </Sheet>
  )
}

type PartnersProps = FieldProps & { partners: ProcedurePage['partners'] }

function Partners({ written, gaps, onWrite, partners }: PartnersProps) {
  return (
    <Sheet>
      {partners.map(({ body, units }) => (
        <View key={body} id={fieldId(`partner.${body}`)}>
          <ChoiceField
            label={words.partner(body)}
            required
            value={written.partners[body] ?? ''}
            options={units.map(({ code, name }) => ({ value: code, word: name }))}
            problem={problemAt(gaps, `partner.${body}`)}
            onChange={code => onWrite({ partners: { ...written.partners, [body]: code } })}
          />
        </View>
      ))}
    </Sheet>
  )
}
