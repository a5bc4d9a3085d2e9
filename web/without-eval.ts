import { config } from 'zod/mini';

// The policy of the page forbids code that is made from texts. Schemas would try it, and the browser would report that.
config({ jitless: true });
