/// A check of a template as it is written and evaluated, without the files that it refers to.
package protocol TemplateRule: Rule {
  func check(_ template: LintedTemplate, _ findings: inout Findings)
}
