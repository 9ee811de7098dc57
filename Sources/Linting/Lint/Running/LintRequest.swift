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
  /// Which baseline keeps known findings apart.
  package enum BaselineChoice: Sendable, Hashable {
    /// The one that the configuration names, if it does.
    case configured
    case file(String)
    /// None: all findings are told.
    case none
  }

  package var baseline = BaselineChoice.configured
  /// Folders and files beyond which no template is taken, of those that changed files stand for; empty for no limit.
  package var bounds: [String] = []
  /// The run list to look at in folders of Chef code; without one they are looked at where they hold no template.
  package var runList: String?
  /// What the command line gives to the templates.
  package var inputs: TemplateInputs

  package init(
    _ paths: [String], mode: Mode = .paths, profile: RuleProfile = .standard, inputs: TemplateInputs
  ) {
    self.paths = paths
    self.mode = mode
    self.profile = profile
    self.inputs = inputs
  }
}
