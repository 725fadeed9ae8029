import { config } from 'zod';

// The page may make no code from text: schemas are read as they are written. To be imported before any schema is made.
config({ jitless: true });
