import { printOutcome } from '@fixpoint/comparison-table';
import { contractTable } from './contract-table';

void printOutcome(contractTable);
