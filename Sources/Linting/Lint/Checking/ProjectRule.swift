package import Project

/// A check of a template together with the files that it refers to.
package protocol ProjectRule: Rule {
  func check(_ project: Project, _ findings: inout Findings)
}
