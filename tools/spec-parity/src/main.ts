import { printOutcome } from '@fixpoint/comparison-table';
import { parityTable } from './parity-table';

void printOutcome(parityTable);
