import { printOutcome } from '@fixpoint/comparison-table';
import { linkTable } from './link-table';

void printOutcome(linkTable);
