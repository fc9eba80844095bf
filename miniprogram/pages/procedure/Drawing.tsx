import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { DrawnStep, ProcedurePage } from '../../../shared/application/page'
import { CUSTOMARY } from '../../../shared/procedures/words'
import { Icon } from '../../components/Icon'
import { Note } from '../../components/Note'
import { Tap } from '../../components/Tap'
import { Timeline } from '../../components/Timeline'
import { classes } from '../../theme/classes'
import { procedureWords as words } from '../../words/application'
import { progressWords } from '../../words/progress'
import { type Branch, type Leads, otherStarts, wayOf } from './way'

const onWeb = process.env.TARO_ENV === 'h5'

/** The procedure from top to bottom; what may also happen is folded away under its step, and unfolded on paper. */
export function Drawing({ page }: { page: ProcedurePage }) {
  const starts = otherStarts(page)
  const items = wayOf(page).map(({ step, branches }) => ({
    id: step.id,
    name: step.name,
    state: 'drawn' as const,
    side: step.customary ? progressWords.customaryMark : undefined,
    under: (
      <View>
        <StepFacts step={step} basis={page.basis} />
        {branches.length > 0 ? <Branches step={step} branches={branches} /> : null}
      </View>
    ),
  }))
  return (
    <View>
      {page.customary ? (
        <View className="drawing-custom">
          <Note>{progressWords.customary}</Note>
        </View>
      ) : null}
      <Timeline items={items} />
      {starts.map(step => (
        <View className="drawing-start" key={step.id}>
          <View className="s c2">{words.alsoStarts}</View>
          <View className="b">{step.name}</View>
          <StepFacts step={step} basis={page.basis} />
          {step.next.map(line => (
            <View className="s c2" key={line.to + line.when}>
              {words.branchOf(line.when, line.name)}
            </View>
          ))}
        </View>
      ))}
    </View>
  )
}

type FactsProps = { step: DrawnStep; basis: readonly string[] }

function StepFacts({ step, basis }: FactsProps) {
  const { actors, limit, publicity, optional, note, end } = step
  return (
    <View>
      {end ? <View>{words.ends(end)}</View> : <View>{actors.join('、')}</View>}
      {optional ? <View>{words.optional}</View> : null}
      {limit ? <View>{limit}</View> : null}
      {publicity ? <View>{publicity}</View> : null}
      {note ? <View className="c3">{note}</View> : null}
      <View className="c3">{groundOf(step, basis)}</View>
    </View>
  )
}

/** The whole list of documents stands at the foot of the page once, not under every step. */
function groundOf({ ground }: DrawnStep, basis: readonly string[]): string {
  return ground.endsWith(basis.join('；')) ? words.groundBelow : ground
}

/** Drawn folded too on the web, so that a print has them. */
function Branches({ step, branches }: { step: DrawnStep; branches: Branch[] }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <View>
      <Tap
        className="drawing-fold not-printed"
        label={`${step.name}，${isOpen ? words.hide : words.branch(branches.length)}`}
        onTap={() => setOpen(!isOpen)}
      >
        <Text>{isOpen ? words.hide : words.branch(branches.length)}</Text>
        <Icon name="down" small className={isOpen ? 'drawing-up' : undefined} />
      </Tap>
      {isOpen || onWeb ? (
        <View className={classes('drawing-branches', !isOpen && 'drawing-folded')}>
          {branches.map(branch => (
            <BranchLine key={branch.to + branch.when} branch={branch} />
          ))}
        </View>
      ) : null}
    </View>
  )
}

function BranchLine({ branch }: { branch: Branch }) {
  return (
    <View className="drawing-branch">
      <View className="b">{branch.when}</View>
      <View>
        <Icon name="right" small /> {leadsWords(branch.name, branch.leads)}
      </View>
      {branch.ground === CUSTOMARY ? <View className="c3">{CUSTOMARY}</View> : null}
      {branch.beside.map(({ step, lines }) => (
        <View className="drawing-beside" key={step.id}>
          <View className="c1">{step.name}</View>
          <View>{step.actors.join('、')}</View>
          {step.limit ? <View>{step.limit}</View> : null}
          {step.customary ? <View className="c3">{CUSTOMARY}</View> : null}
          {lines.map(line => (
            <View key={line.to + line.when}>
              {words.branchOf(line.when, leadsWords(line.name, line.leads))}
            </View>
          ))}
        </View>
      ))}
    </View>
  )
}

function leadsWords(name: string, leads: Leads): string {
  switch (leads.to) {
    case 'back':
      return `${name}（${words.back(leads.number)}）`
    case 'forward':
      return `${name}（${words.forward(leads.number)}）`
    case 'end':
      return `${name}（${words.ends(leads.end)}）`
    case 'beside':
      return name
  }
}
