/** How much longer things may take than in one process with the machine to itself: here the engines share it. */
export const PATIENCE = process.env['E2E_PROFILE'] === 'cluster' ? 3 : 1;
