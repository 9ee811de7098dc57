/// A selection of rules that a run of lint asks for; a page's head names those that its rule belongs to.
package enum RuleProfile: String, Sendable, CaseIterable {
  /// Our own judgement.
  case standard = "default"
  /// What `packer validate` 1.6.6 refuses, and nothing else.
  case validate
}
