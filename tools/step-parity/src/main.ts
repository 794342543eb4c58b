import { printOutcome } from '@fixpoint/comparison-table';
import { stepTable } from './step-table';

void printOutcome(stepTable);
