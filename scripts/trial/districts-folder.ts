/** Made-up schools, hospitals and insurers, so that their steps can be tried; a real district never gets them. */
export const TRIAL_DISTRICTS = 'scripts/trial/districts'
