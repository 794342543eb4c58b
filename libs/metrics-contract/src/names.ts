/** Whether a text can be the name of a metric. */
export function isMetricName(name: string): boolean {
  return /^[A-Za-z_:][\w:]*$/.test(name);
}

/** Whether a text can be the name of a label that is not Prometheus's own. */
export function isLabelName(name: string): boolean {
  return /^(?!__)[A-Za-z_]\w*$/.test(name);
}
