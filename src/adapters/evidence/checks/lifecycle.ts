import type { SessionEvent } from '../../../domain/events/catalogue.ts';
import { refusalsOf } from '../../../domain/machine/refusal.ts';
import { apply, newDraft } from '../../../domain/machine/replay.ts';
import { takenApart } from '../../../domain/privacy/box.ts';
import type { RuleText } from '../../../domain/rules/define.ts';
import { Findings } from '../findings.ts';
import { checked, type EvidenceCheck } from '../verdict.ts';

const HOLDS: RuleText = {
  en: 'Every event keeps the rules of the procedure.',
  fr: 'Chaque événement respecte les règles de la procédure.',
};

const NOT_JUDGED: RuleText = {
  en: 'The rules were not asked from the first event on that cannot be read.',
  fr: 'Les règles n’ont pas été examinées à partir du premier événement illisible.',
};

/** Whether the events keep the rules of the procedure: checked replay, event after event. */
export class LifecycleCheck {
  private readonly findings = new Findings();
  private readonly draft = newDraft();
  private isJudging = true;

  /** @param event `null` where it cannot be read: what follows rests on it, and is not judged */
  add(event: SessionEvent | null): void {
    if (event === null) this.isJudging = false;
    if (event === null || !this.isJudging) return;
    // Rules read nothing personal, so that no finding quotes it.
    const fact = { ...event, data: takenApart(event)?.left ?? event.data } as SessionEvent;
    for (const { rule, en, fr } of refusalsOf(this.draft.place, this.draft.state, fact)) {
      const { revision } = fact;
      const at = { en: `Event ${revision}: ${en}`, fr: `Événement ${revision} : ${fr}` };
      this.findings.add({ code: rule, revision, ...at });
    }
    apply(this.draft, fact);
  }

  /** @param isWhole whether all events were there to be judged */
  end(isWhole: boolean): EvidenceCheck {
    const isJudged = this.isJudging && isWhole;
    return checked('lifecycle', this.findings, isJudged ? 'holds' : 'notChecked', isJudged ? HOLDS : NOT_JUDGED);
  }
}
