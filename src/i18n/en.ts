/** The English catalogue. Every visible text of the app is here, one file per area. */
import { app } from './en/app';
import { convolution } from './en/convolution';
import { evidence } from './en/evidence';
import { labPage } from './en/lab-page';
import { learn } from './en/learn';
import { move } from './en/move';
import { slide } from './en/slide';
import { training } from './en/training';

export const en = { app, labPage, evidence, convolution, slide, training, learn, move } as const;
