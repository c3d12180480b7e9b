import type { PipelineStatus } from '@wenliu/contracts';

/** What the status says of the program itself. */
export type About = Pick<PipelineStatus, 'version' | 'profile'>;
