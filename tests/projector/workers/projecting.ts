import { openProjector } from '../../../src/adapters/projector/index.ts';
import { openSqliteStore } from '../../../src/adapters/sqlite/store.ts';
import { openSqliteViews } from '../../../src/adapters/sqlite/views/views.ts';
import { given, path, say } from '../../stores/workers/talk.ts';
import { sheets } from '../support/models.ts';

// Projects a record into views, in small batches, or rebuilds them; says each checkpoint that was stored, and the end.
const [place = '', task = ''] = given;
const views = openSqliteViews(place, { busyTimeoutMs: 60_000 });
const telling: typeof views = {
  ...views,
  async commit(view, step) {
    const taken = await views.commit(view, step);
    say(taken === null ? 'overtaken' : step.to);
    return taken;
  },
};
// No batch is full: each is stored by itself.
const store = openSqliteStore(path);
const short: typeof store = { ...store, readAll: (range) => store.readAll({ ...range, limit: 5 }) };
const projector = openProjector(short, telling, [sheets]);
if (task === 'rebuild') await projector.rebuild('sheets');
else await projector.catchUp();
say('done');
await views.close();
await store.close();
