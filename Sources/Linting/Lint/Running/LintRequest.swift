package import Packer
package import RuleCatalog

/// What a run of lint is asked for.
package struct LintRequest: Sendable {
  package enum Mode: Sendable, Hashable {
    /// Files are templates, folders are searched.
    case paths
    /// The files of a commit: templates are known by content, other files stand for the templates that refer to them.
    case changedFiles
  }

  package var paths: [String]
  package var mode: Mode
  /// The rules that are asked. Under `validate` neither configuration nor exceptions count: Packer knows none.
  package var profile: RuleProfile
  /// What the command line gives to the templates.
  package var inputs: TemplateInputs

  package init(_ paths: [String], mode: Mode = .paths, profile: RuleProfile = .standard, inputs: TemplateInputs) {
    self.paths = paths
    self.mode = mode
    self.profile = profile
    self.inputs = inputs
  }
}
