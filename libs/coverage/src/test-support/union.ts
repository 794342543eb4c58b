export { inputsOf, unionOf, unionText, type CommandSketch } from '@fixpoint/testkit';
