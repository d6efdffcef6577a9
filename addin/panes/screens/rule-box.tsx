// The rule in our own words, its article and version, and every parameter that was used.

import type { Day } from '../../../domain/values/day.ts';
import type { Source, UsedParameter } from '../../../domain/rules/rule.ts';
import { parameterName, parameterValue } from '../../words/parameters.ts';
import { words } from '../../words/words.ts';

const text = words.pane.evidence;

interface RuleBoxProps {
  readonly source: Source;
  readonly statement: string;
  readonly versionFrom: Day;
  readonly parameters: readonly UsedParameter[];
}

export function RuleBox({ source, statement, versionFrom, parameters }: RuleBoxProps) {
  return (
    <div class="rule">
      <p>{statement}</p>
      <p class="muted">
        《{source.regulation}》{source.article}
        <br />
        {text.since(versionFrom)}
      </p>
      {parameters.length > 0 && (
        <details>
          <summary>{text.parameters}</summary>
          <dl class="pairs">
            {parameters.map((parameter) => (
              <Parameter key={parameter.name} parameter={parameter} />
            ))}
          </dl>
        </details>
      )}
    </div>
  );
}

function Parameter({ parameter }: { parameter: UsedParameter }) {
  const origin = parameter.from === 'policy' ? text.parameter.policy(parameter.since, parameterValue(parameter.versionValue)) : text.parameter.version;
  return (
    <>
      <dt title={parameter.name}>{parameterName(parameter.name)}</dt>
      <dd>
        {parameterValue(parameter.value)} <span class="muted">{origin}</span>
      </dd>
    </>
  );
}
