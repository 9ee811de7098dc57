/// A check of one file by itself: the template, or text that it refers to.
package protocol FileRule: Rule {
  func check(_ file: LintedFile, _ findings: inout Findings)
}
