import { register } from '../../support/asked.ts';
import { type Round, SESSION } from './round.ts';

/** So many processes that each register so many people whom nobody else registers. */
export const filling = (processes: number, people: number): readonly Round['sendings'][] =>
  Array.from({ length: processes }, (_, process) =>
    Array.from({ length: people }, (__, n) => [register(SESSION, process * 100 + n, { id: `p${process}-${n}` })]),
  );
